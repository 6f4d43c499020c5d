import type { Lists } from '@/lib/catalogue/code-list'
import { choicesOf } from '@/lib/domain/excel/choices'
import { BASE_SHEET, type ExcelColumn, type ExcelSheet, HELP_SHEET, LISTS_SHEET } from '@/lib/domain/excel/columns'
import type { Packed } from '../zip'
import { type BookSheet, book, choicesAt, type SheetColumn } from './book'
import { STYLE } from './cells'
import { aboutRows, sheetRows } from './workbook'

/** One sheet's rows, deflated piece by piece. */
export type FilledSheet = { count: number; packed: Packed }

type RecordsBook = {
  sheets: readonly ExcelSheet[]
  help: readonly (readonly [string, string])[]
  lists: Lists
  today: string
  /** In the order of `sheets`, then the base; absent in a template. */
  filled?: readonly FilledSheet[]
}

/** Records as a workbook: instructions, one sheet for what is asked once, one for each table, lists to choose from. */
export function recordsBook({ sheets, help, lists, today, filled }: RecordsBook): Uint8Array {
  const columns = sheets.map((sheet) => sheetColumns(sheet, lists, today))
  const chosen = columns.flatMap(({ choices }) => choices)
  const { names, sheet: listsSheet } = listsOf(chosen)
  const data = sheets.map(({ name, columns: own }, at) => {
    const labelled = (columns[at]?.columns ?? []).map(({ list, ...column }) => ({
      ...column,
      ...(list !== null && { choices: names.get(list.join('\n')) ?? '' }),
    }))
    const frozen = own.length > 1 ? 2 : 1
    return { name, columns: labelled, frozen, ...rowsOf(filled?.[at]) }
  })
  const base = { name: BASE_SHEET, hidden: true, columns: BASE_COLUMNS, ...rowsOf(filled?.[sheets.length]) }
  const first: BookSheet = {
    name: HELP_SHEET,
    bare: true,
    columns: HELP_COLUMNS,
    count: help.length,
    rows: [aboutRows(help)],
  }
  return book([first, ...data, listsSheet, ...(filled ? [base] : [])])
}

export const BASE_HEADS = ['Hồ sơ', 'Số căn cước công dân', 'Nơi', 'Mã dòng', 'Nội dung'] as const
const BASE_COLUMNS = BASE_HEADS.map((label): SheetColumn => ({ label, width: 20, style: STYLE.text }))
const HELP_COLUMNS: SheetColumn[] = [
  { label: '', width: 20 },
  { label: '', width: 100 },
]

/** A new sheet has no rows. */
const rowsOf = (filled: FilledSheet | undefined) =>
  filled ? { rows: [], count: filled.count, packed: filled.packed } : { rows: [], count: 0 }

type Drawn = SheetColumn & { list: string[] | null }

function sheetColumns({ table, columns }: ExcelSheet, lists: Lists, today: string) {
  const kinds = table?.rowKinds?.map(({ label }) => label) ?? []
  const drawn = columns.map(
    (column): Drawn => ({
      label: column.label,
      width: widthOf(column),
      style: column.field?.derived ? STYLE.closed : STYLE.text,
      list: choicesOf(column, kinds, lists, today),
      ...(column.hidden && { hidden: true as const }),
    }),
  )
  return { columns: drawn, choices: drawn.flatMap(({ list }) => (list === null ? [] : [list])) }
}

const WIDTHS: Partial<Record<string, number>> = {
  date: 12,
  partialDate: 12,
  integer: 10,
  decimal: 10,
  longText: 44,
  address: 40,
}

const widthOf = ({ field }: ExcelColumn) => (field && WIDTHS[field.kind]) ?? 24

/** Every list once, side by side on a sheet of its own. */
function listsOf(lists: readonly (readonly string[])[]) {
  const distinct = [...new Map(lists.map((list) => [list.join('\n'), list])).entries()]
  const names = new Map(distinct.map(([key, list], at) => [key, choicesAt(LISTS_SHEET, at, list.length)]))
  const longest = Math.max(0, ...distinct.map(([, list]) => list.length))
  const rows = Array.from({ length: longest }, (_, line) => distinct.map(([, list]) => list[line] ?? null))
  const columns = distinct.map((_, at) => ({ label: `Danh sách ${at + 1}`, width: 30 }))
  const kinds = columns.map(({ label }) => ({ label, kind: 'text' as const }))
  const sheet: BookSheet = {
    name: LISTS_SHEET,
    hidden: true,
    columns,
    rows: [sheetRows(kinds, rows, 0)],
    count: longest,
  }
  return { names, sheet }
}
