import type { Lists } from '@/lib/catalogue/code-list'
import type { Address } from '@/lib/catalogue/kinds/address'

/** Is this a place that is no longer one on that day? The key of a place is its code and the day its list began. */
export function hasEnded(place: Address | null, day: string, lists: Lists): boolean {
  if (place === null || place.code === null) return false
  const entry = lists('don-vi-hanh-chinh').find(
    ({ code, validFrom }) => code === place.code && validFrom === place.listValidFrom,
  )
  return entry !== undefined && entry.validUntil !== null && entry.validUntil < day
}
