/**
 * Days as they stand in papers: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. Read from what officials type,
 * never padded to a precision the paper does not have.
 */
const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

export const isRealDay = (day: string) => day.length === 10 && isRealPartialDay(day)

export function isRealPartialDay(day: string): boolean {
  const parts = PARTIAL.exec(day)
  if (!parts) return false
  const [year, month, dayOfMonth] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)]
  if (year < 1800 || year > 2200 || month < 1 || month > 12 || dayOfMonth < 1) return false
  return dayOfMonth <= daysInMonth(year, month)
}

/** How many days a month has; months count from 1. */
export const daysInMonth = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** `05/09/1985`, `09/1985`, `1985`. */
export const sayPartialDay = (day: string) => day.split('-').reverse().join('/')

/**
 * Reads `5/9/1985`, `05091985`, `9/1985`, `091985`, `1985`, and the stored form itself.
 * What cannot be read comes back as typed, so that the refusal can quote it.
 */
export function readPartialDay(typed: unknown): string | null {
  if (typed === null || typed === undefined) return null
  const text = String(typed).trim()
  if (text === '') return null
  if (PARTIAL.test(text)) return text
  const parts = /^\d+$/.test(text) ? splitDigits(text) : text.split(/\s*[/.\-\s]\s*/)
  if (parts.some((part) => !/^\d{1,4}$/.test(part)) || parts.length > 3) return text
  const year = parts.at(-1) ?? ''
  if (year.length !== 4) return text
  return [
    year,
    ...parts
      .slice(0, -1)
      .reverse()
      .map((part) => part.padStart(2, '0')),
  ].join('-')
}

function splitDigits(digits: string): string[] {
  if (digits.length === 8) return [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)]
  if (digits.length === 6) return [digits.slice(0, 2), digits.slice(2)]
  return [digits]
}
