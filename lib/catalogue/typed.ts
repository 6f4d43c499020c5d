/** Hyphens and joints that show nothing and come along when one copies from Word or a web page. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu

/** What was typed, with the disorder of keyboards removed: NFC, single spaces, no spaces around. Blank is null. */
export function tidy(typed: unknown): string | null {
  if (typed === null || typed === undefined) return null
  const text = String(typed).replace(INVISIBLE, '').normalize('NFC').replace(/\s+/gu, ' ').trim()
  return text === '' ? null : text
}

/** As `tidy`, but lines stay lines. */
export function tidyLines(typed: unknown): string | null {
  if (typed === null || typed === undefined) return null
  const text = String(typed)
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => tidy(line) ?? '')
    .join('\n')
    .trim()
  return text === '' ? null : text
}
