/** How precisely the format of a cell says a day; null for what is no day. */
export type DayFormat = 10 | 7 | 4

/** How precisely each of the book's formats says a day, by the place of the style. */
export function dayFormats(styles: string | null): readonly (DayFormat | null)[] {
  if (styles === null) return []
  const own = new Map<string, string>()
  for (const [tag] of styles.matchAll(/<(?:\w+:)?numFmt\s[^>]*>/g)) {
    const id = /numFmtId=["'](\d+)/.exec(tag)?.[1]
    const code = /formatCode=["']([^"']*(?:&quot;[^"']*)*)["']/.exec(tag)?.[1]
    if (id && code) own.set(id, code)
  }
  const looks = /<(?:\w+:)?cellXfs[\s>][\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(styles)?.[0] ?? ''
  return [...looks.matchAll(/<(?:\w+:)?xf\s[^>]*>/g)].map(([tag]) => {
    const id = /numFmtId=["'](\d+)/.exec(tag)?.[1] ?? '0'
    const code = own.get(id)
    return code === undefined ? builtIn(Number(id)) : precision(code)
  })
}

const builtIn = (id: number): DayFormat | null =>
  id === 17 ? 7 : (id >= 14 && id <= 16) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 10 : null

function precision(code: string): DayFormat | null {
  const letters = code
    .replace(/&quot;.*?&quot;|"[^"]*"|\[[^\]]*\]|\\./g, '')
    .split(';', 1)[0]
    ?.toLowerCase()
  if (letters === undefined || !/[dy]/.test(letters)) return null
  if (letters.includes('d')) return 10
  return letters.includes('m') ? 7 : 4
}

/** `YYYY-MM-DD` of a serial day, cut to what the format says; null where it is none. */
export function dayOfSerial(serial: number, from1904: boolean, format: DayFormat): string | null {
  const counted = Math.floor(serial) + (from1904 ? 1462 : 0)
  if (counted < 1 || counted > 109_574) return null
  // Spreadsheets believe in a 29/02/1900.
  const days = counted < 60 ? counted + 1 : counted
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, format)
}

/** A number as it is seen: in full, without exponent, without the dust of binary fractions. */
export function sayNumber(written: string): string {
  const number = Number(written)
  if (!Number.isFinite(number)) return written
  if (Number.isInteger(number)) return Math.abs(number) < 1e21 ? BigInt(number).toString() : written
  return String(Number(number.toPrecision(15)))
}
