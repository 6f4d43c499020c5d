import { MOST_ROWS } from '@/lib/catalogue/most-rows'
import type { TypedRow } from '@/lib/domain/typed'
import { cellText, type GridColumn, isBlankRow, withCell } from './grid-columns'
import type { Place } from './grid-keys'

/** Cells copied from a spreadsheet: rows by line, cells by tab; a cell of several lines stands in quotes. Null for plain text. */
export function cellsPasted(text: string): string[][] | null {
  const body = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  if (!body.includes('\t') && !body.includes('\n')) return null
  const rows: string[][] = [[]]
  for (const [, quoted, bare, end] of body.matchAll(/(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/g)) {
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? bare ?? '').trim())
    if (end === '\n') rows.push([])
    if (end === '') break
  }
  return rows
}

/** A block from a spreadsheet, and the cell it is put down at. */
export type Block = { at: Place; kind: string | undefined; columns: GridColumn[]; cells: string[][] }

export type LaidRow = {
  row: TypedRow
  /** Of the row within its kind. */
  number: number
  /** What stands there now; null for a row that comes with the block. */
  before: TypedRow | null
}

/** Where a block would come to lie, before anybody has judged or taken it. */
export type Laid = {
  rows: LaidRow[]
  columns: GridColumn[]
  /** What finds no place in the table, at its right and at its end. */
  tooWide: number
  tooLong: number
}

/** The block laid over the rows of its kind from one cell on; what reaches below the last row becomes new rows. */
export function layBlock(rows: readonly TypedRow[], { at, kind, columns, cells }: Block, newId: () => string): Laid {
  const own = rows.filter((row) => kind === undefined || row.kind === kind)
  const top = own.findIndex(({ id }) => id === at.row)
  const left = columns.findIndex(({ key }) => key === at.column)
  const width = Math.max(...cells.map((line) => line.length))
  const covered = columns.slice(left, left + width)
  const room = own.length - top + MOST_ROWS - rows.length
  return {
    columns: covered,
    tooWide: width - covered.length,
    tooLong: Math.max(0, cells.length - room),
    rows: cells.slice(0, room).map((line, index): LaidRow => {
      const before = own[top + index] ?? null
      const empty = before ?? { id: newId(), ...(kind === undefined ? {} : { kind }) }
      const row = covered.reduce((filled, column, at) => withCell(filled, column, line[at] ?? ''), empty)
      return { row, number: top + index + 1, before }
    }),
  }
}

/** What the server says of the rows of a block: each cell as it will be kept, or why it is not. */
export type Judged = { rows: TypedRow[]; errors: Readonly<Record<string, string>> }

/** Why this cell is not taken, or null. */
export const refusedIn = ({ errors }: Judged, table: string, row: string, { spec }: GridColumn): string | null =>
  errors[`${table}.${row}.${spec.code}`] ?? null

/** The rows of the block as the table will hold them: cells that are refused stay as they were. */
export function rowsTaken({ rows, columns }: Laid, judged: Judged, table: string): LaidRow[] {
  const read = new Map(judged.rows.map((row) => [row.id, row]))
  return rows.map((laid) => {
    const cells = columns.map((column) => {
      const { code } = column.spec
      const source = refusedIn(judged, table, laid.row.id, column) === null ? read.get(laid.row.id) : laid.before
      return [code, source?.[code]]
    })
    return { ...laid, row: { ...laid.row, ...Object.fromEntries(cells) } }
  })
}

/** The whole table with the block in it; a new row of which nothing was taken is left out. */
export function withTaken(rows: readonly TypedRow[], taken: readonly LaidRow[]): TypedRow[] {
  const byId = new Map(taken.map(({ row }) => [row.id, row]))
  const added = taken.filter(({ before, row }) => before === null && !isBlankRow(row)).map(({ row }) => row)
  return [...rows.map((row) => byId.get(row.id) ?? row), ...added]
}

/** What the preview says above its cells. */
export function blockWords(laid: Laid, taken: readonly LaidRow[], judged: Judged, table: string): string[] {
  const cells = taken.flatMap(({ row, before }) => laid.columns.map((column) => ({ row, before, column })))
  const refused = cells.filter(({ row, column }) => refusedIn(judged, table, row.id, column) !== null).length
  const replaced = cells.filter(({ row, before, column }) => {
    const old = before === null ? '' : cellText(column, before)
    return old !== '' && old !== cellText(column, row)
  }).length
  const added = taken.filter(({ before, row }) => before === null && !isBlankRow(row)).length
  return [
    added > 0 && `Thêm ${added} dòng mới.`,
    replaced > 0 && `Thay ${replaced} ô đang có giá trị.`,
    refused > 0 && `${refused} ô không nhận được, lý do ghi dưới từng dòng; các ô đó giữ nguyên.`,
    laid.tooWide > 0 && `Khối dán rộng hơn bảng ${laid.tooWide} cột; các cột thừa bên phải không được dán.`,
    laid.tooLong > 0 && `Bảng nhận tối đa ${MOST_ROWS} dòng; ${laid.tooLong} dòng cuối không được dán.`,
  ].filter((words) => words !== false)
}
