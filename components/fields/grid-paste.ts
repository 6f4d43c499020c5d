import type { TypedRow } from '@/lib/domain/typed'
import { type GridColumn, withCell } from './grid-columns'
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

type Paste = { at: Place; kind: string | undefined; columns: GridColumn[]; cells: string[][]; newId: () => string }

/** The rows with these cells laid over them from one cell on; what reaches below the last row becomes new rows. */
export function pasteInto(rows: readonly TypedRow[], { at, kind, columns, cells, newId }: Paste): TypedRow[] {
  const own = rows.filter((row) => kind === undefined || row.kind === kind).map(({ id }) => id)
  const top = own.indexOf(at.row)
  const left = columns.findIndex(({ key }) => key === at.column)
  const laid = new Map<string, string[]>()
  const added: TypedRow[] = []
  for (const [index, line] of cells.entries()) {
    const id = own[top + index] ?? newId()
    laid.set(id, line)
    if (own[top + index] === undefined) added.push({ id, ...(kind === undefined ? {} : { kind }) })
  }
  return [...rows, ...added].map((row) =>
    (laid.get(row.id) ?? []).reduce((filled, cell, index) => {
      const column = columns[left + index]
      return column ? withCell(filled, column, cell) : filled
    }, row),
  )
}
