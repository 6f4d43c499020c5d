import { SECTION_IDS, type SectionId } from '@/lib/catalogue'
import type { Change } from './changes'
import type { SectionCompleteness } from './completeness'

/** The word a section, or a record, wears on screen. */
export type Stage =
  | 'draft'
  | 'missing'
  | 'submitted'
  | 'returned'
  | 'checked'
  | 'approved'
  | 'sent'
  | 'accepted'
  | 'error'

export type SubmissionStage = 'submitted' | 'returned' | 'checked' | 'frozen' | 'approved' | 'superseded'
export type DeliveryStage =
  | 'waiting'
  | 'sending'
  | 'accepted'
  | 'refused'
  | 'parked'
  | 'superseded'
  | 'excluded'
  | 'held'

type Standing = {
  /** Draft against the newest revision under way or approved. */
  unsent: readonly Change[]
  submission: { state: SubmissionStage; changes: readonly Change[]; returned: readonly { section: string }[] } | null
  approved: boolean
  delivery: { state: DeliveryStage } | null
  completeness: readonly SectionCompleteness[]
}

/** Where each section stands: what needs somebody comes first, what is settled last. */
export function sectionStages(standing: Standing): Record<SectionId, Stage> {
  return Object.fromEntries(SECTION_IDS.map((section) => [section, stageOf(section, standing)])) as Record<
    SectionId,
    Stage
  >
}

function stageOf(section: SectionId, { unsent, submission, approved, delivery, completeness }: Standing): Stage {
  const inSection = (one: { section: string }) => one.section === section
  if (submission?.state === 'returned' && submission.returned.some(inSection)) return 'returned'
  if (completeness.some((one) => one.section === section && one.missing.length > 0)) return 'missing'
  if (unsent.some(inSection)) return 'draft'
  const underWay = submission?.changes.some(inSection) ?? false
  if (underWay && submission?.state === 'submitted') return 'submitted'
  if (underWay && (submission?.state === 'checked' || submission?.state === 'frozen')) return 'checked'
  if (!approved) return submission?.state === 'submitted' ? 'submitted' : 'draft'
  if (delivery?.state === 'accepted') return 'accepted'
  return delivery?.state === 'refused' || delivery?.state === 'parked' ? 'error' : 'approved'
}
