import type { Kind, PlacedField } from './field'

/** A column of the approved record: its Prisma type, and the SQL that reads it out of the signed document. */
export type CvColumn = { name: string; prisma: string; sql: (answer: string) => string }

const text = (answer: string) => `${answer} #>> '{}'`

/** One or several columns for each kind of field. `answer` is an SQL expression of type jsonb. */
const COLUMNS: Record<Exclude<Kind, 'table'>, (code: string) => CvColumn[]> = {
  text: (code) => [{ name: code, prisma: 'String?', sql: text }],
  longText: (code) => [{ name: code, prisma: 'String?', sql: text }],
  date: (code) => [{ name: code, prisma: 'DateTime? @db.Date', sql: (a) => `(${text(a)})::date` }],
  partialDate: (code) => [
    { name: code, prisma: 'String?', sql: text },
    { name: `${code}_sort`, prisma: 'DateTime? @db.Date', sql: (a) => firstDay(text(a)) },
  ],
  partialDateRange: (code) => [
    { name: `${code}_from`, prisma: 'String?', sql: (a) => `${a} ->> 'from'` },
    { name: `${code}_to`, prisma: 'String?', sql: (a) => `${a} ->> 'to'` },
    { name: `${code}_from_sort`, prisma: 'DateTime? @db.Date', sql: (a) => firstDay(`${a} ->> 'from'`) },
    { name: `${code}_to_sort`, prisma: 'DateTime? @db.Date', sql: (a) => firstDay(`${a} ->> 'to'`) },
  ],
  integer: (code) => [{ name: code, prisma: 'Int?', sql: (a) => `(${text(a)})::int` }],
  decimal: (code) => [{ name: code, prisma: 'Decimal? @db.Decimal(14, 3)', sql: (a) => `(${text(a)})::numeric` }],
  money: (code) => [{ name: code, prisma: 'BigInt?', sql: (a) => `(${text(a)})::bigint` }],
  choice: (code) => [{ name: code, prisma: 'String?', sql: text }],
  multiChoice: (code) => [
    {
      name: code,
      prisma: 'String[]',
      sql: (a) =>
        `CASE WHEN jsonb_typeof(${a}) = 'array' THEN ARRAY(SELECT jsonb_array_elements_text(${a})) ELSE '{}' END`,
    },
  ],
  address: (code) => [
    { name: code, prisma: 'String?', sql: (a) => `${a} ->> 'text'` },
    { name: `${code}_code`, prisma: 'String?', sql: (a) => `${a} ->> 'code'` },
    { name: `${code}_list_valid_from`, prisma: 'DateTime? @db.Date', sql: (a) => `(${a} ->> 'listValidFrom')::date` },
  ],
  boolean: (code) => [{ name: code, prisma: 'Boolean?', sql: (a) => `(${text(a)})::boolean` }],
  unit: (code) => [
    { name: code, prisma: 'String?', sql: (a) => `${a} ->> 'code'` },
    { name: `${code}_name`, prisma: 'String?', sql: (a) => `${a} ->> 'name'` },
  ],
}

export const columnsOfField = (field: PlacedField): CvColumn[] =>
  COLUMNS[field.kind as Exclude<Kind, 'table'>](field.code)

/** `workHistory` → `CvWorkHistory`, `cv_work_history`. */
export const cvModelName = (table: string) => `Cv${table[0]?.toUpperCase()}${table.slice(1)}`
export const cvTableName = (table: string) => `cv_${table.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`

/** `1985` → 1985-01-01: for sorting and counting only, never shown. */
const firstDay = (partial: string) => `(rpad(${partial}, 4) || substr((${partial}) || '-01-01', 5, 6))::date`
