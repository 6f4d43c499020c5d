import { type AnswersOf, columnsOf, fieldsOf, flatten, isTable, type RecordData, SECTION_IDS } from '@/lib/catalogue'
import type { Lists } from '@/lib/catalogue/code-list'
import { isShown } from '@/lib/catalogue/conditions'
import { rowsOf } from '../changes'
import type { Place } from '../rules/rule'

export type BadCode = { place: Place; sentence: string }

/** Answers of this person's form that their code list does not know: lists change after an answer was kept. */
export function badCodes(data: RecordData, lists: Lists): BadCode[] {
  const answers = flatten(data)
  return SECTION_IDS.flatMap((section) =>
    fieldsOf(section).flatMap((field): BadCode[] => {
      const answer = (data[section] as AnswersOf)[field.code] ?? null
      if (answer === null || !isShown(field, answers)) return []
      if (!isTable(field)) {
        const sentence = field.inList?.(answer, lists) ?? null
        return sentence === null ? [] : [{ place: { section, code: field.code }, sentence }]
      }
      return rowsOf(answer).flatMap((row) =>
        columnsOf(field).flatMap((column): BadCode[] => {
          const cell = row[column.code] ?? null
          const kind = typeof row.kind === 'string' ? row.kind : undefined
          const sentence = cell === null ? null : (column.inList?.(cell, lists, kind) ?? null)
          const place = { section, code: field.code, row: row.id, column: column.code }
          return sentence === null ? [] : [{ place, sentence }]
        }),
      )
    }),
  )
}
