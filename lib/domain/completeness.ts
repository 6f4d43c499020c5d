import {
  type AnswersOf,
  columnsOf,
  fieldsOf,
  flatten,
  isTable,
  type PlacedTable,
  type RecordData,
  SECTION_IDS,
  type SectionId,
} from '@/lib/catalogue'
import { isRequired, isShown } from '@/lib/catalogue/conditions'
import type { WhoMayEdit } from '@/lib/catalogue/field'
import { rowsOf } from './changes'

/** A required answer that is not there; `row` names the row whose cell is empty. */
export type Missing = { section: SectionId; code: string; row: string | null; label: string; whoMayEdit: WhoMayEdit }

export type SectionCompleteness = {
  section: SectionId
  filled: number
  total: number
  rows: number
  missing: Missing[]
}

/** How far the record is filled: fields that belong to this person's form, tables counted once. */
export function completeness(data: RecordData): SectionCompleteness[] {
  const answers = flatten(data)
  return SECTION_IDS.map((section) => sectionCompleteness(section, data[section], answers))
}

/** Sums over the sections, as lists show them. */
export function figuresOf(draft: RecordData) {
  const sections = completeness(draft)
  return {
    filled: sections.reduce((sum, { filled }) => sum + filled, 0),
    missing: sections.reduce((sum, { missing }) => sum + missing.length, 0),
  }
}

/** Every required answer that is not there, in the order of the form. */
export const missingAnswers = (data: RecordData): Missing[] => completeness(data).flatMap(({ missing }) => missing)

function sectionCompleteness(section: SectionId, data: AnswersOf, answers: AnswersOf): SectionCompleteness {
  const result: SectionCompleteness = { section, filled: 0, total: 0, rows: 0, missing: [] }
  for (const field of fieldsOf(section)) {
    if (!isShown(field, answers)) continue
    const answer = data[field.code] ?? null
    result.total += 1
    if (answer !== null) result.filled += 1
    if (isTable(field)) {
      result.rows += rowsOf(answer).length
      result.missing.push(...missingInTable(section, field, answer, answers))
    } else if (answer === null && isRequired(field, answers)) {
      result.missing.push({ section, code: field.code, row: null, label: field.label, whoMayEdit: field.whoMayEdit })
    }
  }
  return result
}

function missingInTable(section: SectionId, table: PlacedTable, answer: unknown, answers: AnswersOf): Missing[] {
  const rows = rowsOf(answer)
  const { code, whoMayEdit } = table
  const missing: Missing[] = []
  const tooFew = isRequired({ ...table, required: table.required }, answers) && rows.length < table.minRows
  if (tooFew)
    missing.push({ section, code, row: null, label: `${table.label}: ít nhất ${table.minRows} dòng`, whoMayEdit })
  for (const kind of table.rowKinds ?? []) {
    const wanted = kind.gate !== undefined && answers[kind.gate] === true
    if (wanted && !rows.some((row) => row.kind === kind.code)) {
      missing.push({ section, code, row: null, label: `${kind.label}: ít nhất 1 dòng`, whoMayEdit })
    }
  }
  for (const [index, row] of rows.entries()) {
    for (const column of columnsOf(table)) {
      if ((row[column.code] ?? null) !== null || !isRequired(column, answers, row)) continue
      const label = `${table.label}, dòng ${index + 1}: ${column.label}`
      missing.push({
        section,
        code: `${code}.${row.id}.${column.code}`,
        row: row.id,
        label,
        whoMayEdit: column.whoMayEdit,
      })
    }
  }
  return missing
}
