import { columnsOf, fieldNamed, isTable, type PlacedTable, type RecordData, type SectionId } from '@/lib/catalogue'
import type { Lists } from '@/lib/catalogue/code-list'
import { HIDDEN } from '@/lib/catalogue/hidden'
import { type Row, sayRow } from '@/lib/catalogue/kinds/table'
import { type Change, ORDER, rowsOf } from './changes'

/** A change as a person reads it: which item of the form, what it was, what it is. Null: nothing stood there. */
export type SaidChange = {
  key: string
  section: SectionId
  code: string
  row: string | null
  /** Item of the printed form, with the kind of row where there is one (`32.1`). */
  item: string
  label: string
  before: string | null
  after: string | null
}

/** Changes in words. `before` and `after` are the two records compared: rows are numbered as they stand there. */
export const sayChanges = (
  changes: readonly Change[],
  before: RecordData | null,
  after: RecordData,
  lists: Lists,
): SaidChange[] => changes.flatMap((change) => sayChange(change, before, after, lists) ?? [])

function sayChange(change: Change, before: RecordData | null, after: RecordData, lists: Lists): SaidChange | null {
  const { section, code, row } = change
  const field = fieldNamed(section, code)
  // A field of an older form, which today's no longer has.
  if (!field) return null
  const said = { key: `${section}.${code}.${row ?? ''}`, section, code, row, item: field.item, label: field.label }
  if (change.after === HIDDEN) return { ...said, before: HIDDEN, after: HIDDEN }
  const say = (answer: unknown) =>
    answer === null || answer === undefined ? null : field.display(answer as never, lists)
  if (!isTable(field)) return { ...said, before: say(change.before), after: say(change.after) }
  if (row === ORDER)
    return { ...said, label: `${field.label}: thứ tự các dòng`, before: 'thứ tự cũ', after: 'thứ tự mới' }
  const rows = rowsOf(change.after === null ? before?.[section][code as never] : after[section][code as never])
  return { ...said, ...placeOf(field, rows, row), ...sayRows(field, change, lists) }
}

/** `Quá trình đào tạo, bồi dưỡng, Chuyên môn: dòng 2`, under the item of its kind. */
function placeOf(table: PlacedTable, rows: Row[], id: string | null) {
  const kind = rows.find((row) => row.id === id)?.kind ?? null
  const known = table.rowKinds?.find(({ code }) => code === kind)
  const number = rows.filter((row) => (row.kind ?? null) === kind).findIndex((row) => row.id === id) + 1
  return {
    item: known?.item ?? table.item,
    label: `${table.label}${known ? `, ${known.label}` : ''}: dòng ${number}`,
  }
}

function sayRows(table: PlacedTable, { before, after }: Change, lists: Lists) {
  const columns = columnsOf(table).map((column) => [column.code, column] as [string, typeof column])
  const say = (row: unknown) => (row === null ? null : sayRow(columns, row as Row, lists))
  return { before: say(before), after: say(after) }
}
