import { type Place, placeKey } from '@/components/outbox/edit'
import { type Conflict, type OutboxState, onTheWay } from '@/components/outbox/outbox-state'

/** How one section stands with the server. */
export type SaveState =
  | { is: 'still'; savedAt: string | null }
  | { is: 'waiting' }
  | { is: 'saving' }
  | { is: 'failing'; held: number; durable: boolean }
  | { is: 'refused'; message: string }
  | ({ is: 'conflict' } & Conflict)

/** What stands in the way goes before what is under way. `held` counts the whole account: the line is cut for all of it. */
export function saveState(box: OutboxState, place: Place, savedAt: string | null): SaveState {
  const conflict = box.conflicts.get(placeKey(place))
  if (conflict) return { is: 'conflict', ...conflict }
  const here = box.edits.filter((edit) => placeKey(edit) === placeKey(place))
  const refusal = here.map(({ id }) => box.refused.get(id)).find((refused) => refused && !refused.atField)
  if (refusal) return { is: 'refused', message: refusal.message }
  const held = onTheWay(box).length
  if (box.cutSince && held > 0) return { is: 'failing', held, durable: box.durable }
  if (here.every(({ id }) => box.refused.has(id))) return { is: 'still', savedAt }
  return { is: box.sending ? 'saving' : 'waiting' }
}
