import 'server-only'
import { type Actor, within } from '@/lib/domain/policy'
import type { Place } from '@/lib/domain/sub-systems'

/** May this actor read sensitive values of others? One's own make no statistics. */
export function readsOthers(actor: Actor, place?: Place): boolean {
  const reach = within(actor, 'sensitive.read', place)
  return reach === 'everything' || (reach !== 'nothing' && reach.unitPaths.length > 0)
}
