import { type AnswersOf, columnsOf, fieldsOf, isTable, SECTION_IDS } from '@/lib/catalogue'
import { type CodeEntry, isInForceOn, type Lists, successorOf } from '@/lib/catalogue/code-list'
import { sayPartialDay } from '@/lib/catalogue/days'
import type { PlacedField } from '@/lib/catalogue/field'
import { listOf } from '@/lib/catalogue/kinds/choices'
import { rowsOf } from '../changes'
import type { Complaint, Place, Rule } from './rule'

/** A code the administration has closed, and the one to write instead on that day; null while nobody named one. */
export type ClosedCode = { entry: CodeEntry; successor: CodeEntry | null }

/** Whether an answer's code was closed by the administration before the day the answer speaks of. */
export function closedCode(lists: Lists, list: string, code: string, day: string): ClosedCode | null {
  const entries = lists(list)
  const entry = closedIn(entries).get(code)
  if (!entry || isInForceOn(entry, day) || day <= (entry.validUntil ?? '')) return null
  return { entry, successor: successorOf(entries, code, day) }
}

const found = new WeakMap<readonly CodeEntry[], Map<string, CodeEntry>>()

/** What was closed when the lists were shipped has rules of its own, by the law that closed it. */
function closedIn(entries: readonly CodeEntry[]): Map<string, CodeEntry> {
  const closed =
    found.get(entries) ??
    new Map(
      entries
        .filter(({ validUntil, basis, withdrawn }) => validUntil !== null && basis !== undefined && !withdrawn)
        .map((entry) => [entry.code, entry]),
    )
  found.set(entries, closed)
  return closed
}

export const CODE_LIST_RULES: Rule[] = [
  {
    id: 'CL-closed',
    clause: 'Danh mục dùng chung; văn bản đổi danh mục ghi ở trang Danh mục',
    severity: 'warning',
    demands: 'Giá trị còn hiệu lực trong danh mục vào ngày nó nói tới.',
    complaints: ({ data, today, lists }) =>
      SECTION_IDS.flatMap((section) =>
        fieldsOf(section).flatMap((field): Complaint[] => {
          const answers = data[section] as AnswersOf
          const answer = answers[field.code]
          const place = { section, code: field.code }
          if (!isTable(field)) return complaintsAt(field, answer, place, dayIn(field, answers) ?? today, lists)
          return rowsOf(answer).flatMap((row) =>
            columnsOf(field).flatMap((column) => {
              // A row speaks of its own time; where that is not known, nothing is said.
              const day = dayIn(column, row)
              const kind = typeof row.kind === 'string' ? row.kind : undefined
              const at = { ...place, row: row.id, column: column.code }
              return day === null ? [] : complaintsAt(column, row[column.code], at, day, lists, kind)
            }),
          )
        }),
      ),
  },
]

function complaintsAt(
  field: PlacedField,
  answer: unknown,
  place: Place,
  day: string,
  lists: Lists,
  kind?: string,
): Complaint[] {
  const list = listOf(field, kind)
  if (list === undefined || (field.kind !== 'choice' && field.kind !== 'multiChoice')) return []
  const codes = (Array.isArray(answer) ? answer : [answer]).filter((code) => typeof code === 'string')
  return codes.flatMap((code): Complaint[] => {
    const closed = closedCode(lists, list, code, day)
    if (closed === null) return []
    const { entry, successor } = closed
    const ended = `“${entry.label}” hết hiệu lực sau ngày ${sayPartialDay(entry.validUntil ?? '')} (${entry.basis}).`
    if (successor === null) return [{ place, sentence: `${ended} Chưa có giá trị thay thế, hỏi Sở Nội vụ.` }]
    const proposal = { from: code, to: successor.code, label: successor.label }
    return [{ place, sentence: `${ended} Giá trị thay thế: “${successor.label}”.`, proposal }]
  })
}

/** The day an answer speaks of, where the form says which field tells it. */
function dayIn({ dated }: PlacedField, answers: AnswersOf): string | null {
  const value = dated === undefined ? null : (answers[dated] ?? null)
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return value
  const from = value !== null && typeof value === 'object' ? (value as { from?: unknown }).from : null
  return typeof from === 'string' ? from : null
}
