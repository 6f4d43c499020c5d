import { ALL_TABLES } from '@/lib/catalogue'
import type { Kind, PlacedField } from '@/lib/catalogue/field'
import { db } from '@/lib/server/db'

export type CvColumns = Record<string, unknown>

const INCLUDE = Object.fromEntries(
  ALL_TABLES.map((table) => [`${table.code}Rows`, { orderBy: { position: 'asc' as const } }]),
)

/** The approved record as the tables hold it, with its rows. */
export const readCv = (recordId: string) =>
  db.cv.findUniqueOrThrow({ where: { recordId }, include: INCLUDE as never }) as unknown as Promise<CvColumns>

/** Reads an answer back out of its columns. */
const READ: Record<Exclude<Kind, 'table'>, (row: CvColumns, code: string) => unknown> = {
  text: (row, code) => row[code],
  longText: (row, code) => row[code],
  date: (row, code) => dayOf(row[code]),
  partialDate: (row, code) => row[code],
  partialDateRange: (row, code) => orNull(row[`${code}_from`], { from: row[`${code}_from`], to: row[`${code}_to`] }),
  integer: (row, code) => row[code],
  decimal: (row, code) => (row[code] === null ? null : Number(row[code])),
  money: (row, code) => (row[code] === null ? null : Number(row[code])),
  choice: (row, code) => row[code],
  multiChoice: (row, code) => ((row[code] as string[]).length === 0 ? null : row[code]),
  address: (row, code) =>
    orNull(row[code], {
      text: row[code],
      code: row[`${code}_code`],
      listValidFrom: dayOf(row[`${code}_list_valid_from`]),
    }),
  boolean: (row, code) => row[code],
  unit: (row, code) => orNull(row[code], { code: row[code], name: row[`${code}_name`] }),
}
const orNull = (key: unknown, value: unknown) => (key === null ? null : value)
export const dayOf = (date: unknown) => (date === null ? null : (date as Date).toISOString().slice(0, 10))

export const asRead = (field: PlacedField, row: CvColumns) =>
  READ[field.kind as Exclude<Kind, 'table'>](row, field.code)

/** What reading back cannot tell from the original: 4.70 from 4.7. */
export const asWritten = (field: PlacedField, answer: unknown) =>
  field.kind === 'decimal' && answer !== null ? Number(answer) : (answer ?? null)
