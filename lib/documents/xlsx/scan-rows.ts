import type { SheetCell } from '@/lib/domain/excel/sheet-cell'
import { type DayFormat, dayOfSerial, sayNumber } from './read-number'
import { attribute, plainText, runsOf } from './sheet-xml'

/** One line as it stands; cells up to the last that holds something. `line` counts from 1. */
export type SheetRow = { line: number; hidden: boolean; cells: SheetCell[] }

export type CellContext = {
  /** `x:` where the maker of the file named its tags so. */
  prefix: string
  strings: readonly string[]
  formats: readonly (DayFormat | null)[]
  from1904: boolean
}

/** No sheet of a spreadsheet is wider. */
const MOST_COLUMNS = 16_384

/** The whole rows of a piece of markup. `before`: the line above them. */
export function scanRows(xml: string, before: number, context: CellContext): SheetRow[] {
  const [open, close] = [`<${context.prefix}row`, `</${context.prefix}row>`]
  const rows: SheetRow[] = []
  let line = before
  let at = 0
  while (true) {
    const start = xml.indexOf(open, at)
    if (start < 0) return rows
    const tagEnd = xml.indexOf('>', start)
    const tag = xml.slice(start, tagEnd)
    line = Number(attribute(tag, 'r') ?? line + 1)
    const hidden = attribute(tag, 'hidden') === '1' || attribute(tag, 'hidden') === 'true'
    if (xml[tagEnd - 1] === '/') {
      at = tagEnd
      continue
    }
    const end = xml.indexOf(close, tagEnd)
    rows.push({ line, hidden, cells: scanCells(xml, tagEnd, end, context) })
    at = end
  }
}

function scanCells(xml: string, from: number, until: number, context: CellContext): SheetCell[] {
  const [open, close] = [`<${context.prefix}c`, `</${context.prefix}c>`]
  const cells: SheetCell[] = []
  let at = from
  let column = -1
  while (true) {
    const start = xml.indexOf(open, at)
    if (start < 0 || start >= until) return cells
    const tagEnd = xml.indexOf('>', start)
    const tag = xml.slice(start, tagEnd)
    column = columnOf(tag) ?? column + 1
    if (xml[tagEnd - 1] === '/') {
      at = tagEnd
      continue
    }
    const end = xml.indexOf(close, tagEnd)
    const cell = readCell(tag, xml.slice(tagEnd + 1, end), context)
    if (cell !== '' && column < MOST_COLUMNS) {
      while (cells.length < column) cells.push('')
      cells[column] = cell
    }
    at = end
  }
}

/** `r="AB12"` → 27, counted from nought. */
function columnOf(tag: string): number | null {
  const mark = tag.indexOf(' r="')
  if (mark < 0) return null
  let column = 0
  for (let at = mark + 4; ; at++) {
    const letter = tag.charCodeAt(at)
    if (letter < 65 || letter > 90) return column - 1
    column = column * 26 + letter - 64
  }
}

function readCell(tag: string, inner: string, context: CellContext): SheetCell {
  const type = attribute(tag, 't') ?? 'n'
  const text = writtenIn(type, inner, context.prefix, context.strings)
  if (text === '') return ''
  const computed = type === 'str' && inner.includes(`<${context.prefix}f`)
  if (type === 'e') return { as: 'error', text }
  if (type === 'b') return { as: 'boolean', text: text === '1' ? 'true' : 'false' }
  if (type === 'd') return { as: 'day', text: text.slice(0, 10) }
  if (type !== 'n') return computed ? { as: 'text', text } : text
  const format = context.formats[Number(attribute(tag, 's') ?? 0)] ?? null
  const day = format === null ? null : dayOfSerial(Number(text), context.from1904, format)
  return day === null ? { as: 'number', text: sayNumber(text) } : { as: 'day', text: day }
}

function writtenIn(type: string, inner: string, prefix: string, strings: readonly string[]): string {
  if (type === 'inlineStr') return runsOf(inner, `${prefix}t`)
  const open = inner.indexOf(`<${prefix}v`)
  if (open < 0) return ''
  const start = inner.indexOf('>', open) + 1
  const end = inner.indexOf(`</${prefix}v>`, start)
  if (end < 0) return ''
  const written = inner.slice(start, end)
  return type === 's' ? (strings[Number(written)] ?? '') : plainText(written)
}
