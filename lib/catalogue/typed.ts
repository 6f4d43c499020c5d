/** What was typed, with the disorder of keyboards removed: NFC, single spaces, no spaces around. Blank is null. */
export function tidy(typed: unknown): string | null {
  if (typed === null || typed === undefined) return null
  const text = String(typed)
    .normalize('NFC')
    .replace(/[\s\u00a0\u200b\ufeff]+/gu, ' ')
    .trim()
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
