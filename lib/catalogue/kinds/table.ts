import { z } from 'zod'
import type { Lists } from '../code-list'
import type { ConditionId, GateCode } from '../conditions'
import type { Answer, Behaviour, Field, Spec } from '../field'
import { HIDDEN } from '../hidden'
import { MOST_ROWS } from '../most-rows'

/** One kind of row in a table that the form prints as several, e.g. 32.1 to 32.6. */
export type RowKind = { code: string; label: string; item: string; gate?: GateCode; minRows?: number }

type Columns = Record<string, Field>

export type TableSpec<C extends Columns> = Omit<Spec, 'required'> & {
  required: boolean | ConditionId
  /** How many rows make the table complete, when it is required. */
  minRows: number
  rowKinds?: readonly RowKind[]
  /** What was decided stays decided: a row that was approved is corrected or ended, never removed. */
  keepsApproved?: true
  columns: C
}

/** A row's id goes into the document and the page as it is. */
export const isRowId = (id: string) => /^[\w-]{1,40}$/.test(id)

/** The sentence for rows beyond the last one a table takes, or null. */
export const tooManyRows = (count: number): string | null =>
  count <= MOST_ROWS
    ? null
    : `Bảng này ghi tối đa ${MOST_ROWS} dòng. Chưa nhận ${count - MOST_ROWS} dòng cuối; xem lại phần dán vào.`

/** A row keeps its id for life, so that history can follow it. */
export type Row = { id: string; kind?: string | null } & Record<string, unknown>

export type RowOf<C extends Columns> = { id: string; kind?: string | null } & { [Code in keyof C]: Answer<C[Code]> }

export type TableField<C extends Columns = Columns> = Omit<Spec, 'required'> &
  Behaviour<RowOf<C>[]> & { kind: 'table'; required: boolean | ConditionId } & Pick<
    TableSpec<C>,
    'columns' | 'minRows' | 'rowKinds' | 'keepsApproved'
  >

export function table<C extends Columns>(spec: TableSpec<C>): TableField<C> {
  const columns = Object.entries(spec.columns) as [string, Field][]
  return {
    ...spec,
    kind: 'table',
    schema: z
      .array(rowSchema(columns, spec.rowKinds))
      .max(MOST_ROWS, `Bảng này ghi tối đa ${MOST_ROWS} dòng.`) as unknown as z.ZodType<RowOf<C>[]>,
    display: (rows, lists) => rows.map((row) => sayRow(columns, row, lists)).join('\n'),
    parse: (typed, lists) =>
      Array.isArray(typed) && typed.length > 0 ? typed.map((row) => readRow(columns, row, lists)) : null,
    toNational: () => '',
  }
}

function rowSchema(columns: [string, Field][], kinds: readonly RowKind[] | undefined) {
  const cells = Object.fromEntries(columns.map(([code, column]) => [code, column.schema.nullable()]))
  const kind = kinds
    ? z.enum(kinds.map((one) => one.code) as [string, ...string[]], 'Chọn loại của dòng này.')
    : z.null().optional()
  return z.strictObject({ id: z.string().refine(isRowId), kind, ...cells })
}

function readRow(columns: [string, Field][], row: unknown, lists: Lists): Row {
  const typed = (row ?? {}) as Record<string, unknown>
  const kind = typeof typed.kind === 'string' && typed.kind !== '' ? typed.kind : null
  return {
    id: String(typed.id ?? ''),
    ...(kind === null ? {} : { kind }),
    ...Object.fromEntries(columns.map(([code, column]) => [code, column.parse(typed[code], lists, kind ?? undefined)])),
  }
}

/** A row in one line, its filled cells in order: `08/2016 – nay; Trường THPT …; Giáo viên`. */
export function sayRow(columns: [string, Field][], row: Row, lists: Lists): string {
  return columns
    .filter(([code]) => row[code] !== null && row[code] !== undefined)
    .map(([code, column]) => (row[code] === HIDDEN ? HIDDEN : column.display(row[code], lists, row.kind ?? undefined)))
    .join('; ')
}
