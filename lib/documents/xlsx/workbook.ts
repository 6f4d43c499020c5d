import type { Xml } from '../docx/xml'
import { zip } from '../zip'
import { type CellKind, type CellValue, cell, columnName, STYLE, words } from './cells'
import { CONTENT_TYPES, RELATIONS, STYLES, WORKBOOK, WORKBOOK_RELATIONS } from './package-parts'

export type WorkbookSource = {
  columns: readonly { label: string; kind: CellKind }[]
  rows: readonly (readonly CellValue[])[]
  /** The second sheet: what this is, of when, for whom. */
  about: readonly (readonly [label: string, text: string])[]
}

/** A workbook: one sheet with heads that stay, filters and dates as dates; one that says where it came from. */
export function workbook({ columns, rows, about }: WorkbookSource): Uint8Array {
  const body = [sheetRows(columns, rows, 0)]
  return joinedWorkbook({ columns, widths: columnWidths(columns, rows), body, count: rows.length, about })
}

type JoinedSource = {
  columns: WorkbookSource['columns']
  widths: readonly number[]
  /** What `sheetRows` gave, piece by piece. */
  body: readonly Uint8Array[]
  /** Rows in all of them. */
  count: number
  about: WorkbookSource['about']
}

/** The same of rows that were written in pieces: a long list is never held whole. */
export function joinedWorkbook({ columns, widths, body, count, about }: JoinedSource): Uint8Array {
  const parts: Record<string, Xml | Uint8Array> = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': RELATIONS,
    'xl/workbook.xml': WORKBOOK,
    'xl/_rels/workbook.xml.rels': WORKBOOK_RELATIONS,
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': listSheet(columns, widths, body, count),
    'xl/worksheets/sheet2.xml': aboutSheet(about),
  }
  return zip(
    Object.entries(parts).map(([name, part]) => ({
      name,
      bytes: typeof part === 'string' ? Buffer.from(`${DECLARATION}${part}`, 'utf8') : part,
    })),
  )
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

/** Rows of the sheet, below `before` others. */
export function sheetRows(
  columns: WorkbookSource['columns'],
  rows: WorkbookSource['rows'],
  before: number,
): Uint8Array {
  const names = columns.map((_, at) => columnName(at))
  const lines = rows.map((row, line) => {
    const number = before + line + 2
    const cells = columns.map(({ kind }, at) => cell(`${names[at]}${number}`, kind, row[at] ?? null)).join('')
    return `<row r="${number}">${cells}</row>`
  })
  return Buffer.from(lines.join(''), 'utf8')
}

/** As wide as the longest of the first rows. */
export const columnWidths = (columns: WorkbookSource['columns'], rows: WorkbookSource['rows']): number[] =>
  columns.map(({ label, kind }, at) => {
    const longest = rows.slice(0, 200).reduce((most, row) => Math.max(most, String(row[at] ?? '').length), label.length)
    return kind === 'instant' ? 17 : kind === 'day' ? 11 : Math.min(longest + 2, 60)
  })

function listSheet(
  columns: WorkbookSource['columns'],
  widths: readonly number[],
  body: readonly Uint8Array[],
  count: number,
): Uint8Array {
  const names = columns.map((_, at) => columnName(at))
  const head = columns.map(({ label }, at) => words(`${names[at]}1`, label, STYLE.head)).join('')
  const cols = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
  const corner = `${names.at(-1) ?? 'A'}${count + 1}`
  const before =
    `${DECLARATION}<worksheet ${SHEET}><sheetViews><sheetView workbookViewId="0">` +
    '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${cols.join('')}</cols><sheetData><row r="1">${head}</row>`
  const after = `</sheetData><autoFilter ref="A1:${corner}"/></worksheet>`
  return Buffer.concat([Buffer.from(before, 'utf8'), ...body, Buffer.from(after, 'utf8')])
}

function aboutSheet(about: WorkbookSource['about']): Xml {
  const rows = about.map(([label, text], at) => {
    const said = cell(`B${at + 1}`, 'text', text)
    return `<row r="${at + 1}">${words(`A${at + 1}`, label, STYLE.head)}${said}</row>`
  })
  return (
    `<worksheet ${SHEET}><cols><col min="1" max="1" width="18" customWidth="1"/>` +
    `<col min="2" max="2" width="90" customWidth="1"/></cols><sheetData>${rows.join('')}</sheetData></worksheet>`
  )
}
