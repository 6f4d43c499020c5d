import { Refusal } from '../refusal'
import type { EvidenceKind } from './evidence-fault'

/** The frame of the form: 40 × 60 mm. */
export const PHOTO_RATIO = 2 / 3
/** 150 dots to the inch in that frame: below that a face is a blur in print. */
const LEAST = { width: 236, height: 354 }
const MOST_BYTES = 2_000_000
/** A cut to whole dots may be a dot or two off. */
const TOLERANCE = 0.01

type Picture = { kind: EvidenceKind; bytes: number; size: { width: number; height: number } | null }

/** Throws the refusal that says what is wrong with it as a photograph for the form (Thông tư 06/2023/TT-BNV, đầu mẫu). */
export function requirePhoto({ kind, bytes, size }: Picture): void {
  if (kind === 'pdf' || size === null) throw new Refusal('photoNotPicture', {})
  if (Math.abs(size.width / size.height - PHOTO_RATIO) > PHOTO_RATIO * TOLERANCE) throw new Refusal('photoShape', {})
  if (size.width < LEAST.width || size.height < LEAST.height) throw new Refusal('photoTooSmall', size)
  if (bytes > MOST_BYTES) throw new Refusal('photoTooLarge', {})
}
