import 'server-only'
import type { BatchState } from '@/lib/domain/batch-words'
import type { Mandated } from '@/lib/domain/mandates/mandate'
import { type Actor, can, grantsFor, inForce, ON_DUTY, type Permission } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { Tx } from '../db'

export const UNIT = { id: true, code: true, name: true, path: true, parent: { select: { name: true } } } as const

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

/** Head of exactly this unit, by office or by a mandate in the head's place. */
export const isHeadOf = (actor: Actor, unitId: string) =>
  holdsOffice(actor, unitId) || mandatesOver(actor, unitId).length > 0

const holdsOffice = (actor: Actor, unitId: string) =>
  actor.grants.some((grant) => grant.role === 'unitHead' && grant.unitId === unitId && inForce(grant, actor.today))

const mandatesOver = (actor: Actor, unitId: string) =>
  actor.grants.flatMap(({ mandated, ...grant }) =>
    mandated && grant.unitId === unitId && inForce(grant, actor.today) ? [mandated] : [],
  )

/** In whose place this actor signs: nobody's for the head, else by the mandate in force; with a kind of batch, one that covers it. */
export function mandateFor(actor: Actor, unitId: string, type?: 'monthly' | 'adHoc'): Mandated | null {
  if (holdsOffice(actor, unitId)) return null
  const held = mandatesOver(actor, unitId)
  const fitting = held.find((one) => type === undefined || one[type])
  if (!fitting && held[0]) throw new Refusal('mandateScope', { documentNo: held[0].documentNo })
  return fitting ?? null
}

/** May this reader be told which sensitive field changed? Whose work it is; the others see that one did. */
export const mayName = (actor: Actor, unit: { path: string }) =>
  grantsFor(actor, 'sensitive.read', { personId: null, unitPath: unit.path }).some(({ role }) => ON_DUTY.includes(role))

export const WITH_SIGNER = { certificate: true, mandate: { select: { documentNo: true } } } as const

/**
 * A batch waiting for this head's signature, or in another of these states. Throws `notFound` to others, `batchNotFrozen` when it
 * no longer waits.
 */
export async function waitingBatch(tx: Tx, actor: Actor, batchId: string, states: BatchState[] = ['frozen']) {
  const batch = await tx.approvalBatch.findUnique({ where: { id: batchId }, include: WITH_SIGNER })
  if (!batch) throw new Refusal('notFound', {})
  const { mandateId, mandate } = batch
  // Whoever opened it is told why it cannot be signed any more; nobody else learns that it exists.
  const stands = mandateId === null || mandatesOver(actor, batch.unitId).some((one) => one.mandateId === mandateId)
  if (!stands && batch.preparedById === actor.userId && !holdsOffice(actor, batch.unitId))
    throw new Refusal('mandateEnded', { documentNo: mandate?.documentNo ?? '' })
  const unit = await unitOfHead(tx, actor, batch.unitId)
  if (!states.includes(batch.state)) throw new Refusal('batchNotFrozen', {})
  return { batch, unit }
}

export type WaitingBatch = Awaited<ReturnType<typeof waitingBatch>>['batch']
