import { fieldNamed, isTable, type SectionId } from '@/lib/catalogue'
import type { Lists } from '@/lib/catalogue/code-list'
import { readAnswers } from './answers'
import { typedAnswer } from './form-spec'
import type { FieldErrors } from './refusal'
import type { TypedRow } from './typed'

/** Rows of a table as they would be kept, in their typed form, and a sentence for each cell that would not. */
export type JudgedRows = { rows: TypedRow[]; errors: FieldErrors }

/** Judges cells before anybody takes them; nothing is kept. Null when the section has no such table. */
export function judgeRows(call: {
  section: SectionId
  table: string
  rows: readonly unknown[]
  lists: Lists
}): JudgedRows | null {
  const { section, table, rows, lists } = call
  const field = fieldNamed(section, table)
  if (!field || !isTable(field)) return null
  const { values, errors } = readAnswers(section, { [table]: rows }, {}, lists)
  return { rows: typedAnswer(field, values[table], lists) as TypedRow[], errors }
}
