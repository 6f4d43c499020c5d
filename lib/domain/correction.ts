import { type AnswersOf, fieldNamed, type RecordData, type SectionId } from '@/lib/catalogue'
import { canonical } from './canonical'
import { mayEdit } from './record'
import { Refusal } from './refusal'

type CorrectionState = 'open' | 'corrected' | 'refused' | 'withdrawn'

/** One request as pages show it. */
export type Correction = {
  id: string
  section: SectionId
  code: string
  item: string
  label: string
  /** Follows from the posting or the national database: nobody types it in the record. */
  derived: boolean
  /** What the record said when it was asked. */
  said: string
  wrong: string
  proposed: string
  askedAt: Date
  state: CorrectionState
  answer: string | null
  decidedBy: string | null
  decidedAt: Date | null
}

/** The field a person may ask to have corrected: what the unit or the system owns. Throws for one's own, and for none. */
export function correctableField(section: SectionId, code: string) {
  const field = fieldNamed(section, code)
  if (!field) throw new Refusal('notFound', {})
  if (mayEdit(field, 'self')) throw new Refusal('ownField', { label: field.label })
  return field
}

export const answerIn = (data: RecordData, section: SectionId, code: string): unknown =>
  (data[section] as AnswersOf)[code] ?? null

/**
 * “Đã sửa” is answered only when the record says something else than it did. What follows from the posting is corrected
 * elsewhere, and is not looked at here.
 */
export function requireCorrected(field: { label: string; derived?: boolean }, before: unknown, now: unknown): void {
  if (field.derived || canonical(before) !== canonical(now)) return
  throw new Refusal('nothingCorrected', { label: field.label })
}
