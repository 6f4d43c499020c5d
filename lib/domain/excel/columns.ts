import { ALL_FIELDS, ALL_TABLES, columnsOf, type PlacedTable } from '@/lib/catalogue'
import type { PlacedField } from '@/lib/catalogue/field'

/** What a column is: `identity.full_name`, `family.family_name` in its table, or `@unit`, `@from`, `@kind`, `@row`, which help. */
export type ColumnKey = string

export type ExcelColumn = {
  key: ColumnKey
  label: string
  field: PlacedField | null
  /** Not shown: the row's own id. */
  hidden?: true
}

/** `table` null: the sheet of everything that is asked once. */
export type ExcelSheet = { name: string; table: PlacedTable | null; columns: readonly ExcelColumn[] }

export const MAIN_SHEET = 'Hồ sơ'
export const LISTS_SHEET = 'Danh mục'
export const BASE_SHEET = '_ban_goc'
export const HELP_SHEET = 'Hướng dẫn'

/** Written into a cell, it empties the answer; an empty cell leaves it as it is. */
export const CLEAR = '(xóa)'

export const CITIZEN_ID = 'identity.citizen_id'
export const FULL_NAME = 'identity.full_name'
const FIRST = [CITIZEN_ID, FULL_NAME]

export const keyOf = ({ section, table, code }: Pick<PlacedField, 'section' | 'table' | 'code'>): ColumnKey =>
  table === null ? `${section}.${code}` : `${table}.${code}`

const SCALARS = ALL_FIELDS.filter(({ table }) => table === null)

/** The sheets of the form, the same for export, template and import. */
export const EXCEL_SHEETS: readonly ExcelSheet[] = [
  {
    name: MAIN_SHEET,
    table: null,
    columns: [
      ...SCALARS.filter((field) => FIRST.includes(keyOf(field))).toSorted(
        (a, b) => FIRST.indexOf(keyOf(a)) - FIRST.indexOf(keyOf(b)),
      ),
      ...SCALARS.filter((field) => !FIRST.includes(keyOf(field))),
    ].map((field) => ({ key: keyOf(field), label: field.label, field })),
  },
  ...ALL_TABLES.map(sheetOfTable),
]

function sheetOfTable(table: PlacedTable): ExcelSheet {
  const scalar = (key: string) => SCALARS.find((field) => keyOf(field) === key)?.label ?? key
  return {
    name: sheetName(table.label),
    table,
    columns: [
      { key: CITIZEN_ID, label: scalar(CITIZEN_ID), field: null },
      { key: FULL_NAME, label: scalar(FULL_NAME), field: null },
      ...(table.rowKinds ? [{ key: '@kind', label: 'Thuộc mục', field: null }] : []),
      ...columnsOf(table).map((field) => ({ key: keyOf(field), label: columnLabel(field), field })),
      { key: '@row', label: 'Mã dòng (không sửa)', field: null, hidden: true },
    ],
  }
}

function columnLabel({ heading, label }: PlacedField) {
  return heading === 'tháng/năm' ? 'Từ – Đến (tháng/năm)' : (heading ?? label)
}

/** Spreadsheets take 31 letters, and not these. */
function sheetName(label: string) {
  const plain = label.replace(/[[\]:*?/\\]/g, ' ')
  return plain.length <= 31 ? plain : plain.slice(0, plain.lastIndexOf(',', 31))
}

const BY_KEY = new Map(ALL_FIELDS.map((field) => [keyOf(field), field]))

/** The field of a column; undefined for what only helps. */
export const fieldOfKey = (key: ColumnKey): PlacedField | undefined => BY_KEY.get(key)
