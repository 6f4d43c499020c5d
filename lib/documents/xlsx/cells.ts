import { dayOf, sayTime } from '@/lib/domain/calendar'
import { escaped, type Xml } from '../docx/xml'

/** How a column's cells are written; `identity` is digits that are no number, and stays text for ever. */
export type CellKind = 'text' | 'identity' | 'number' | 'day' | 'instant'
export type CellValue = string | number | Date | null

/** Places in the table of styles, see `package-parts.ts`; `refused` to `closed` have a colour behind the text. */
export const STYLE = {
  ...{ plain: 0, head: 1, text: 2, day: 3, instant: 4 },
  ...{ refused: 5, unmatched: 6, repair: 7, closed: 8, wrapped: 9 },
} as const

/** One cell, `B7`; an empty one is left out. */
export function cell(place: string, kind: CellKind, value: CellValue): Xml {
  if (value === null || value === '') return ''
  if (kind === 'number' && typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`
  if (kind === 'day' && typeof value === 'string' && DAY.test(value))
    return `<c r="${place}" s="${STYLE.day}"><v>${serialOf(value)}</v></c>`
  if (value instanceof Date) {
    const [hour, minute] = sayTime(value).split(':').map(Number)
    const serial = serialOf(dayOf(value)) + ((hour ?? 0) * 60 + (minute ?? 0)) / 1440
    return `<c r="${place}" s="${STYLE.instant}"><v>${serial}</v></c>`
  }
  return words(place, harmless(String(value)), STYLE.text)
}

export const words = (place: string, text: string, style: number): Xml =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${lines(text)}</t></is></c>`

/** Several lines of an answer stay several lines. */
const lines = (text: string): Xml => (text.includes('\n') ? text.split('\n').map(escaped).join('\n') : escaped(text))

/**
 * Text that a spreadsheet could take for a formula stands behind an apostrophe. In this file it is text anyway; but
 * such files are saved as CSV and opened again, and there the first letter decides.
 */
export const harmless = (text: string): string => (/^'*\s*[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text)

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Days since 30/12/1899, as spreadsheets count them. */
const serialOf = (day: string) => (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000

/** 0 → A, 26 → AA. */
export const columnName = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : columnName(Math.floor(at / 26) - 1) + columnName(at % 26)
