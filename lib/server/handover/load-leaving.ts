import 'server-only'
import { type Actor, can } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { Tx } from '../db'
import { loadMovement } from '../movements/load-movement'

/** The transfer out of somebody whose record this actor may hand over. Throws `notFound` for any other movement. */
export async function loadLeaving(tx: Tx, actor: Actor, movementId: string) {
  const movement = await loadMovement(tx, actor, 'movement.read', movementId)
  const { person, fromUnit, kind, undoneBy } = movement
  const leaves = kind === 'transferOut' && undoneBy === null && person.record !== null
  if (!leaves || !mayHandOver(actor, fromUnit.path)) throw new Refusal('notFound', {})
  if (person.id === actor.personId) throw new Refusal('ownRecord', {})
  return { ...movement, recordId: person.record?.id ?? '' }
}

export const mayHandOver = (actor: Actor, unitPath: string) => can(actor, 'handover.make', { personId: null, unitPath })
