import type { Xml } from '../docx/xml'
import { book } from './book'
import { type CellKind, type CellValue, cell, columnName, harmless, STYLE, words } from './cells'

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
export const joinedWorkbook = ({ columns, widths, body, count, about }: JoinedSource): Uint8Array =>
  book([
    {
      ...{ name: 'Danh sách', rows: body, count, frozen: 1 },
      columns: columns.map(({ label }, at) => ({ label, width: widths[at] ?? 12 })),
    },
    {
      ...{ name: 'Nguồn', bare: true, count: about.length, rows: [aboutRows(about)] },
      columns: [
        { label: '', width: 18 },
        { label: '', width: 90 },
      ],
    },
  ])

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

/** A sheet that only tells: a label and its text in each row. */
export function aboutRows(about: WorkbookSource['about']): Uint8Array {
  const rows = about.map(([label, text], at): Xml => {
    const said = text === '' ? '' : words(`B${at + 1}`, harmless(text), STYLE.wrapped)
    return `<row r="${at + 1}">${words(`A${at + 1}`, label, STYLE.head)}${said}</row>`
  })
  return Buffer.from(rows.join(''), 'utf8')
}
