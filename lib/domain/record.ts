import { type AnswersOf, fieldNamed, type RecordData, type SectionId } from '@/lib/catalogue'
import type { Lists } from '@/lib/catalogue/code-list'
import type { WhoMayEdit } from '@/lib/catalogue/field'
import { readAnswers } from './answers'
import { sayDay } from './calendar'
import { type Change, diff, diffSection } from './changes'
import { missingAnswers } from './completeness'
import { type FieldErrors, Refusal } from './refusal'
import { findingKey } from './rules/judge-record'
import type { Finding } from './rules/rule'

/**
 * In whose name somebody edits: the person the record is about, the unit that employs them, or a body that writes what its
 * sub-system needs (Quy chế, Điều 9 khoản 5): what the person would, in their place.
 */
export type Editor = 'self' | 'unit' | 'body'

/** What follows from the posting or from the other side is nobody's to type. */
export const mayEdit = (field: { whoMayEdit: WhoMayEdit; derived?: boolean }, editor: Editor) =>
  !field.derived && (field.whoMayEdit === 'both' || field.whoMayEdit === (editor === 'unit' ? 'unit' : 'self'))

/** What is kept of the answers typed into one section, and what is refused, with a sentence each. */
export type Edit = { changes: Change[]; section: AnswersOf; errors: FieldErrors }

/** Throws `notYours` when a field of the other side is touched; the answers that are good are kept in any case. */
export function editSection(call: {
  draft: RecordData
  section: SectionId
  typed: AnswersOf
  editor: Editor
  lists: Lists
}): Edit {
  const before = call.draft[call.section] as AnswersOf
  const { values, errors } = readAnswers(call.section, call.typed, before, call.lists)
  const section = { ...before, ...values }
  const changes = diffSection(call.section, before, section)
  const others = changes.flatMap(({ code }) => {
    const field = fieldNamed(call.section, code)
    return field && !mayEdit(field, call.editor) ? [field.label] : []
  })
  if (others.length > 0) throw new Refusal('notYours', { labels: [...new Set(others)] })
  return { changes, section, errors }
}

/** Sentence the person stands by when submitting (Quy chế, Điều 20 khoản 2). */
export const DECLARATION =
  'Tôi cam đoan những thông tin trên là đúng, đủ và chịu trách nhiệm trước pháp luật về những điều đã khai.'

/**
 * In place of the declaration, where a version says no more than the one before and what a decision of the unit changed:
 * the person has declared the rest, and signs nothing anew.
 */
export const declaredByDecision = (documentNo: string, decidedOn: string) =>
  `${BY_DECISION} ${documentNo} ngày ${sayDay(decidedOn)}. Phần còn lại theo lời cam đoan của người khai ở bản trước.`

const BY_DECISION = 'Lương do đơn vị ghi theo quyết định số'

export const isByDecision = (declaration: string) => declaration.startsWith(BY_DECISION)

export type SubmissionCall = {
  draft: RecordData
  newest: RecordData | null
  approved: RecordData | null
  declared: boolean
  /** What the rules in force find; see `judgeRecord`. */
  findings: readonly Finding[]
  /** Keys of the warnings the person stands by. */
  confirmed: readonly string[]
}

/** What a submission says, against the approved record, and the warnings it stands by. Throws when it may not be made. */
export function submission({ draft, newest, approved, declared, findings, confirmed }: SubmissionCall) {
  const missing = missingAnswers(draft).map(({ section, code, label }) => ({ section, code, label }))
  if (missing.length > 0) throw new Refusal('recordIncomplete', { missing })
  const errors = findings.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new Refusal('rulesBroken', { findings: errors })
  const warnings = findings.filter(({ severity }) => severity === 'warning')
  const open = warnings.filter((finding) => !confirmed.includes(findingKey(finding)))
  if (open.length > 0) throw new Refusal('warningsUnconfirmed', { findings: open })
  if (!declared) throw new Refusal('declarationMissing', {})
  if (newest !== null && diff(newest, draft).length === 0) throw new Refusal('nothingToSubmit', {})
  return { changes: diff(approved, draft), confirmed: warnings.map(findingKey) }
}
