import { CATALOGUE, columnsOf, type PlacedTable } from '@/lib/catalogue'
import type { Lists } from '@/lib/catalogue/code-list'
import type { Answers } from '@/lib/catalogue/conditions'
import type { Kind, PlacedField } from '@/lib/catalogue/field'
import { HIDDEN } from '@/lib/catalogue/hidden'
import type { PartialDateRange } from '@/lib/catalogue/kinds/dates'
import type { Row, RowKind } from '@/lib/catalogue/kinds/table'
import { closedBy, NO } from './closed'
import type { Block, Column, TableRow } from './form'
import { FULL_ROOM } from './lines'

/** A table as the form prints it: one for each item, its rows by kind. A gate answered no leaves the one word. */
export function tableBlocks(table: PlacedTable, rows: Row[], answers: Answers, lists: Lists, under: string): Block[] {
  return byItem(table).flatMap(({ item, kinds, label }): Block[] => {
    const closed = kinds.length === 1 ? closedBy(kinds[0]?.gate, answers) : null
    if (closed !== null) {
      const entry = { code: table.code, edit: closed, label, answer: NO, share: 1 }
      return [{ kind: 'line', line: { item, opens: true, entries: [entry] } }]
    }
    const fields = columnsOf(table).filter((column) => isPrinted(column, kinds))
    const parts = kinds.length > 1 ? kinds : [kinds[0] ?? null]
    const named = parts.length > 1
    const columns = [...(named ? [KIND_COLUMN] : []), ...fields.flatMap(columnsFor)]
    const lines = parts.flatMap((kind) => rowsOf(rows, kind, fields, lists, named, columns.length))
    const heading: Block = { kind: 'heading', level: 2, number: item === under ? null : item, text: label }
    return [
      ...(item === under && label === CATALOGUE[table.section].title ? [] : [heading]),
      {
        kind: 'table',
        edit: { section: table.section, code: table.code },
        name: label,
        columns: sized(columns),
        rows: lines,
      },
    ]
  })
}

type Printed = { item: string; kinds: RowKind[]; label: string }

function byItem(table: PlacedTable): Printed[] {
  if (!table.rowKinds) return [{ item: table.item, kinds: [], label: table.label }]
  const items = [...new Set(table.rowKinds.map(({ item }) => item))]
  return items.map((item) => {
    const kinds = table.rowKinds?.filter((kind) => kind.item === item) ?? []
    return { item, kinds, label: kinds.length === 1 ? (kinds[0]?.label ?? table.label) : table.label }
  })
}

/** The form prints numbered columns only; the unit's own (decision numbers) are not part of it. */
const isPrinted = (column: PlacedField, kinds: RowKind[]) =>
  column.no !== null && (column.kinds === undefined || kinds.some(({ code }) => column.kinds?.includes(code)))

function rowsOf(
  rows: Row[],
  kind: RowKind | null,
  fields: PlacedField[],
  lists: Lists,
  named: boolean,
  width: number,
): TableRow[] {
  const own = rows.filter((row) => kind === null || row.kind === kind.code)
  const first = named ? [kind?.label ?? ''] : []
  if (own.length === 0) return [{ id: '', cells: [...first, ...Array<string>(width - first.length).fill('')] }]
  return own.map((row) => ({ id: row.id, cells: [...first, ...fields.flatMap((field) => cellsOf(field, row, lists))] }))
}

/** A period is two cells: where it began and where it ended. */
function cellsOf(field: PlacedField, row: Row, lists: Lists): string[] {
  const answer = row[field.code] ?? null
  if (answer === null) return field.kind === 'partialDateRange' ? ['', ''] : ['']
  if (answer === HIDDEN && field.kind === 'partialDateRange') return [HIDDEN, HIDDEN]
  if (field.kind !== 'partialDateRange') return [field.display(answer as never, lists, row.kind ?? undefined)]
  const { from, to } = answer as PartialDateRange
  const [began, ended] = field.display({ from, to } as never, lists).split(' – ')
  return [began ?? '', ended ?? '']
}

type Wide = Omit<Column, 'share'> & { /** In points. */ least: number /** Of what is over. */; grows: number }

const KIND_COLUMN: Wide = { head: 'Mục', over: null, align: 'left', least: 62, grows: 1 }

const WIDTHS: Partial<Record<Kind, Pick<Wide, 'least' | 'grows' | 'align'>>> = {
  integer: { least: 44, grows: 0, align: 'centre' },
  decimal: { least: 56, grows: 0, align: 'centre' },
  money: { least: 76, grows: 0, align: 'right' },
  choice: { least: 56, grows: 1, align: 'left' },
  longText: { least: 90, grows: 4, align: 'left' },
}

function columnsFor(field: PlacedField): Wide[] {
  if (field.kind === 'partialDateRange') {
    const half = { over: 'Tháng/năm', align: 'centre', least: 58, grows: 0 } as const
    return [
      { ...half, head: 'Từ' },
      { ...half, head: 'Đến' },
    ]
  }
  return [{ head: headOf(field.label), over: null, least: 56, grows: 1.2, align: 'left', ...WIDTHS[field.kind] }]
}

/** Official words without what only tells the column from others: “Thành tích: Năm”, “Bậc lương (quá trình lương)”. */
function headOf(label: string) {
  const words = (label.split(': ').at(-1) ?? label).replace(/ \(quá trình lương\)$/u, '')
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1)
}

function sized(columns: Wide[]): Column[] {
  const least = columns.reduce((sum, column) => sum + column.least, 0)
  const grows = columns.reduce((sum, column) => sum + column.grows, 0)
  return columns.map(({ least: own, grows: part, ...column }) => ({
    ...column,
    share: (own + (part / grows) * (FULL_ROOM - least)) / FULL_ROOM,
  }))
}
