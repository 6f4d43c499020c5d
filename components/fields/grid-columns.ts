import { isRealPartialDay, readPartialDay, sayPartialDay } from '@/lib/catalogue/days'
import type { FieldSpec } from '@/lib/domain/form-spec'
import { isBlank, type Typed, type TypedRange, type TypedRow } from '@/lib/domain/typed'
import { offeredTo, sourceFor } from './choice-control'

/** A column as it is drawn: a period takes two. */
export type GridColumn = { key: string; spec: FieldSpec; part: 'from' | 'to' | null; heading: string }

/** The columns a kind of rows has, in order. */
export function gridColumns(columns: readonly FieldSpec[], rowKind: string | undefined): GridColumn[] {
  return columns
    .filter(({ kinds }) => rowKind === undefined || kinds === undefined || kinds.includes(rowKind))
    .flatMap((spec): GridColumn[] =>
      spec.kind === 'partialDateRange'
        ? [
            { key: `${spec.code}-from`, spec, part: 'from', heading: `Từ ${spec.heading}` },
            { key: `${spec.code}-to`, spec, part: 'to', heading: `Đến ${spec.heading}` },
          ]
        : [{ key: spec.code, spec, part: null, heading: spec.heading }],
    )
}

/** What stands in a cell, as its control wants it. */
export function cellTyped({ spec, part }: GridColumn, row: TypedRow): Typed {
  const typed = row[spec.code]
  return part === null ? typed : ((typed as TypedRange | undefined)?.[part] ?? '')
}

/** The row after something was typed into one of its cells. */
export function withCell(row: TypedRow, { spec, part }: GridColumn, typed: Typed): TypedRow {
  if (part === null) return { ...row, [spec.code]: typed }
  const range = (row[spec.code] as TypedRange | undefined) ?? { from: '', to: '' }
  return { ...row, [spec.code]: { ...range, [part]: String(typed) } }
}

/** A cell as it reads while nobody edits it: a code by its label, a day as it will be kept. */
export function cellText(column: GridColumn, row: TypedRow): string {
  const typed = cellTyped(column, row)
  if (typed === null || typed === undefined || typeof typed === 'object') return ''
  if (DAYS.has(column.spec.kind)) return sayDayTyped(String(typed))
  if (column.spec.kind !== 'choice') return String(typed)
  const source = sourceFor({ spec: column.spec, rowKind: row.kind })
  const options = offeredTo(source?.options ?? [], row.kind)
  return options.find(({ value }) => value === typed)?.label ?? String(typed)
}

const DAYS: ReadonlySet<FieldSpec['kind']> = new Set(['date', 'partialDate', 'partialDateRange'])

/** `5/9/1985` reads `05/09/1985`; what is no day reads as it was typed. */
function sayDayTyped(typed: string): string {
  const day = readPartialDay(typed) ?? ''
  return isRealPartialDay(day) ? sayPartialDay(day) : typed
}

/** A period has one fault and two cells: it is shown where the date cannot be one, else at the end. */
export function bearsFault({ part, spec }: GridColumn, row: TypedRow): boolean {
  if (part === null) return true
  const { from } = (row[spec.code] as TypedRange | undefined) ?? { from: '' }
  const fromIsWrong = !isRealPartialDay(readPartialDay(from) ?? '')
  return (part === 'from') === fromIsWrong
}

/** A row somebody has added and written nothing in; it is not sent. */
export const isBlankRow = (row: TypedRow) =>
  Object.entries(row).every(([key, typed]) => key === 'id' || key === 'kind' || isBlank(typed))
