import { type AnswersOf, columnsOf, fieldsOf, isTable, type RecordData, SECTION_IDS } from '@/lib/catalogue'
import type { Lists } from '@/lib/catalogue/code-list'
import { judge } from '../answers'
import { rowsOf } from '../changes'

/** So many faults are told; who mends them begins with these. */
const TOLD = 5

/** What of a document from elsewhere is not as today’s form wants it, each with its label; nothing for a good one. */
export function documentFaults(data: Record<string, AnswersOf>, lists: Lists): string[] {
  const strangers = Object.entries(data).flatMap(([section, answers]) => {
    const known = SECTION_IDS.find((id) => id === section)
    if (known === undefined) return [`không có mục “${section}” trong mẫu`]
    const codes = fieldsOf(known).map(({ code }) => code)
    return Object.keys(answers)
      .filter((code) => !codes.includes(code))
      .map((code) => `không có ô “${code}” trong mẫu`)
  })
  const faults = SECTION_IDS.flatMap((section) =>
    fieldsOf(section).flatMap((field) => {
      const answer = data[section]?.[field.code] ?? null
      if (answer === null) return []
      const said = isTable(field) ? tableFault(field, answer, lists) : judge(field, answer, lists)
      return said === null ? [] : [`${field.label} – ${said.replace(/\.$/, '')}`]
    }),
  )
  const all = [...strangers, ...faults]
  return all.length > TOLD ? [...all.slice(0, TOLD), `và ${all.length - TOLD} chỗ khác`] : all
}

type Table = Parameters<typeof columnsOf>[0]

/** The first fault of a table: its shape, then cell by cell. */
function tableFault(table: Table, answer: unknown, lists: Lists): string | null {
  const parsed = table.schema.safeParse(answer)
  if (!parsed.success) return parsed.error.issues[0]?.message ?? 'Bảng này chưa đúng.'
  for (const row of rowsOf(answer)) {
    for (const column of columnsOf(table)) {
      const cell = row[column.code] ?? null
      const said = cell === null ? null : judge(column, cell, lists, row.kind ?? undefined)
      if (said !== null) return said
    }
  }
  return null
}

/** The same document with every field of the form; judged before. */
export const wholeDocument = (data: Record<string, AnswersOf>): RecordData =>
  Object.fromEntries(
    SECTION_IDS.map((section) => [
      section,
      Object.fromEntries(fieldsOf(section).map(({ code }) => [code, data[section]?.[code] ?? null])),
    ]),
  ) as RecordData
