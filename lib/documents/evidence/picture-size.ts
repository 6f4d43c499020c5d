import { UnfitEvidence } from '@/lib/domain/evidence/evidence-fault'

/** Twice what the largest phone cameras make of a page: more would only fill the memory of whoever looks at it. */
const MOST_PIXELS = 120_000_000

export function requireModest({ width, height }: { width: number; height: number }): void {
  if (width === 0 || height === 0) throw new UnfitEvidence('evidenceDamaged')
  if (width * height > MOST_PIXELS) throw new UnfitEvidence('evidencePictureTooLarge')
}
