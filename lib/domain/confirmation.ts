import { Refusal } from './refusal'

/** What must be so before somebody may say that nothing has changed. */
export type ConfirmationCall = {
  /** Version of the approved revision. */
  approved: number | null
  /** The version the person was shown. */
  shown: number
  /** A submission is with the unit. */
  underWay: boolean
  /** Differences between draft and approved revision. */
  unsent: number
  missing: readonly { section: string; code: string; label: string }[]
}

/**
 * The month is confirmed of exactly what is approved, and only while the draft says the same (Quy chế, Điều 12: the person
 * answers for the record each month). Throws when there is something to send instead.
 */
export function requireConfirmable({ approved, shown, underWay, unsent, missing }: ConfirmationCall): void {
  if (approved === null) throw new Refusal('nothingApproved', {})
  if (approved !== shown || underWay) throw new Refusal('submissionDecided', {})
  if (missing.length > 0) throw new Refusal('recordIncomplete', { missing: [...missing] })
  if (unsent > 0) throw new Refusal('unsentChanges', { count: unsent })
}

/** Sentence the person stands by when confirming. */
export const confirmationWords = (version: number, day: string) =>
  `Tôi xác nhận đến ngày ${day}, hồ sơ của tôi vẫn đúng như bản ${version} đã duyệt.`
