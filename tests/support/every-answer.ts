import {
  type AnswersOf,
  columnsOf,
  fieldsOf,
  isTable,
  type PlacedTable,
  type RecordData,
  SECTION_IDS,
  type SectionId,
} from '@/lib/catalogue'
import type { PlacedField } from '@/lib/catalogue/field'
import type { Row } from '@/lib/catalogue/kinds/table'
import { rowsOf } from '@/lib/domain/changes'

/** One value of a record and where it belongs: a field, or a column in a row. */
export type PlacedAnswer = {
  section: SectionId
  field: PlacedField
  answer: unknown
  within: { table: PlacedTable; row: Row; index: number } | null
}

/** Every value of a record; columns that a row of its kind does not have are left out. */
export const everyAnswer = (data: RecordData): PlacedAnswer[] =>
  SECTION_IDS.flatMap((section) => {
    const answers = data[section] as AnswersOf
    return fieldsOf(section).flatMap((field): PlacedAnswer[] => {
      if (!isTable(field)) return [{ section, field, answer: answers[field.code] ?? null, within: null }]
      return rowsOf(answers[field.code]).flatMap((row, index) =>
        columnsOf(field)
          .filter(({ kinds }) => !kinds || kinds.includes(`${row.kind}`))
          .map((column) => ({
            section,
            field: column,
            answer: row[column.code] ?? null,
            within: { table: field, row, index },
          })),
      )
    })
  })

/** `salary_step`, `trainings.issued_on`. */
export const nameOf = ({ table, code }: PlacedField) => (table === null ? code : `${table}.${code}`)
