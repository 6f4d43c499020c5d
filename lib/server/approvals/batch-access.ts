import 'server-only'
import { type Actor, can, grantsFor, inForce, ON_DUTY, type Permission } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { Tx } from '../db'

const UNIT = { id: true, code: true, name: true, path: true, parent: { select: { name: true } } } as const

/** A unit whose batches this actor may see. Throws `notFound` otherwise. */
export async function unitFor(tx: Tx, actor: Actor, permission: Permission, unitId: string) {
  const unit = await tx.unit.findUnique({ where: { id: unitId }, select: UNIT })
  if (!unit || !can(actor, permission, { personId: null, unitPath: unit.path })) throw new Refusal('notFound', {})
  return unit
}

export type BatchUnit = Awaited<ReturnType<typeof unitFor>>

/** The same, for the one who signs: head of exactly this unit, not of one above it. */
export async function unitOfHead(tx: Tx, actor: Actor, unitId: string): Promise<BatchUnit> {
  const unit = await unitFor(tx, actor, 'batch.sign', unitId)
  if (!isHeadOf(actor, unit.id)) throw new Refusal('notFound', {})
  return unit
}

export const isHeadOf = (actor: Actor, unitId: string) =>
  actor.grants.some((grant) => grant.role === 'unitHead' && grant.unitId === unitId && inForce(grant, actor.today))

/** May this reader be told which sensitive field changed? Whose work it is; the others see that one did. */
export const mayName = (actor: Actor, unit: { path: string }) =>
  grantsFor(actor, 'sensitive.read', { personId: null, unitPath: unit.path }).some(({ role }) => ON_DUTY.includes(role))

/** A batch waiting for this head's signature. Throws `notFound` to others, `batchNotFrozen` when it no longer waits. */
export async function waitingBatch(tx: Tx, actor: Actor, batchId: string) {
  const batch = await tx.approvalBatch.findUnique({ where: { id: batchId }, include: { certificate: true } })
  if (!batch) throw new Refusal('notFound', {})
  const unit = await unitOfHead(tx, actor, batch.unitId)
  if (batch.state !== 'frozen') throw new Refusal('batchNotFrozen', {})
  return { batch, unit }
}

export type WaitingBatch = Awaited<ReturnType<typeof waitingBatch>>['batch']
