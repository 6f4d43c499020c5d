import type { DeliveryState } from '@/lib/domain/push'

export type PushesView = { state?: DeliveryState | null; cause?: string | null; unit?: string | null; page?: number }

/** The address of a list of deliveries: whoever gets the link sees the same list. */
export function pushesHref({ state, cause, unit, page }: PushesView): string {
  const query = new URLSearchParams()
  if (state) query.set('state', state)
  if (cause) query.set('cause', cause)
  if (unit) query.set('unit', unit)
  if (page && page > 1) query.set('page', String(page))
  return query.size === 0 ? '/pushes' : `/pushes?${query}`
}
