import {
  type AnswersOf,
  fieldsOf,
  flatten,
  isTable,
  type PlacedTable,
  type RecordData,
  SECTION_IDS,
  type SectionId,
} from '@/lib/catalogue'
import { type Answers, isClosed, isShown } from '@/lib/catalogue/conditions'
import { rowsOf, same } from './changes'

/** A value that stands in the draft behind a “Không”, or outside the form of this person. */
export type HiddenAnswer = { section: SectionId; code: string; label: string }

/**
 * The record as it is sent: without values the form does not show. Who answers “Không” after having written something
 * finds it again on changing the answer back, until the record is sent. The same object where nothing is hidden.
 */
export function shownOnly(data: RecordData): RecordData {
  const next = withoutHidden(data)
  // What was hidden may have been the reason why something else was shown.
  return next === data ? data : shownOnly(next)
}

/** What sending will leave out, in the order of the form. */
export function hiddenAnswers(data: RecordData): HiddenAnswer[] {
  const shown = shownOnly(data)
  if (shown === data) return []
  return SECTION_IDS.flatMap((section) =>
    fieldsOf(section).flatMap(({ code, label }) =>
      same((data[section] as AnswersOf)[code], (shown[section] as AnswersOf)[code]) ? [] : [{ section, code, label }],
    ),
  )
}

function withoutHidden(data: RecordData): RecordData {
  const answers = flatten(data)
  let next: Record<SectionId, AnswersOf> = data
  for (const section of SECTION_IDS) {
    for (const field of fieldsOf(section)) {
      const answer = data[section][field.code as never] as unknown
      if (answer === null || answer === undefined) continue
      const kept = isShown(field, answers) ? (isTable(field) ? openRows(field, answer, answers) : answer) : null
      if (kept !== answer) next = { ...next, [section]: { ...next[section], [field.code]: kept } }
    }
  }
  return next as RecordData
}

/** Rows of a kind whose question was answered “Không” are not shown. */
function openRows(table: PlacedTable, answer: unknown, answers: Answers): unknown {
  const closed = new Set((table.rowKinds ?? []).filter(({ gate }) => isClosed(gate, answers)).map(({ code }) => code))
  const rows = rowsOf(answer)
  const open = rows.filter(({ kind }) => typeof kind !== 'string' || !closed.has(kind))
  if (open.length === rows.length) return answer
  return open.length === 0 ? null : open
}
