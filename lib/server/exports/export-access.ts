import 'server-only'
import { type Actor, can, inForce } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { isUuid } from '@/lib/domain/uuid'
import { isHeadOf } from '../approvals/batch-access'
import type { Tx } from '../db'

const UNIT = { id: true, code: true, name: true, path: true, parent: { select: { name: true } } } as const

/** A document this actor may see: theirs, about them, or of a unit whose documents they sign, seal or prepare. Throws `notFound` otherwise. */
export async function exportFor(tx: Tx, actor: Actor, id: string) {
  const found = isUuid(id)
    ? await tx.legalExport.findUnique({ where: { id }, include: { unit: { select: UNIT } } })
    : null
  if (!found || !(await maySee(tx, actor, found))) throw new Refusal('notFound', {})
  return found
}

export type FoundExport = Awaited<ReturnType<typeof exportFor>>

async function maySee(
  tx: Tx,
  actor: Actor,
  found: { unitId: string; unit: { path: string }; requestedById: string; recordId: string | null },
) {
  if (found.requestedById === actor.userId || keepsSealOf(actor, found.unitId)) return true
  if (can(actor, 'export.read', { personId: null, unitPath: found.unit.path })) return true
  return isAbout(tx, actor, found.recordId)
}

/** Is it the actor's own record that is confirmed? */
async function isAbout(tx: Tx, { personId }: Actor, recordId: string | null): Promise<boolean> {
  if (recordId === null || personId === null) return false
  return (await tx.record.count({ where: { id: recordId, personId } })) > 0
}

/** Keeper of the seal of exactly this unit. */
export const keepsSealOf = (actor: Actor, unitId: string) =>
  actor.grants.some((grant) => grant.role === 'sealKeeper' && grant.unitId === unitId && inForce(grant, actor.today))

/** A request that waits for this head. Nobody signs what confirms themselves. */
export async function exportToSign(tx: Tx, actor: Actor, id: string) {
  const found = await exportFor(tx, actor, id)
  if (!isHeadOf(actor, found.unitId)) throw new Refusal('notFound', {})
  if (found.state !== 'requested') throw new Refusal('exportDecided', {})
  if (await isAbout(tx, actor, found.recordId)) throw new Refusal('ownRecord', {})
  return found
}

/** A signed document that waits for the seal of this keeper's agency. */
export async function exportToSeal(tx: Tx, actor: Actor, id: string) {
  const found = await exportFor(tx, actor, id)
  if (!keepsSealOf(actor, found.unitId)) throw new Refusal('notFound', {})
  if (found.state !== 'signed') throw new Refusal('exportDecided', {})
  // Two people (Quy chế, Điều 13 khoản 4): the person, then the agency.
  if (found.signerId === actor.userId) throw new Refusal('sealByAnother', {})
  return found
}
