import 'server-only'
import { type Actor, can } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { isUuid } from '@/lib/domain/uuid'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { db } from '../db'
import { loadMovement } from '../movements/load-movement'
import { fileStore, readStored } from '../storage/file-store'
import { loadLeaving } from './load-leaving'

/** A package that was made here, for who may hand over; the log keeps who took it. */
export async function handoverFile({ transact, actor, input, now }: Call<{ handoverId: string }>) {
  const row = isUuid(input.handoverId) ? await db.dataHandover.findUnique({ where: { id: input.handoverId } }) : null
  if (!row) throw new Refusal('notFound', {})
  const { id, person, fromUnit } = await loadLeaving(db, actor, row.movementId)
  return taken({ transact, actor, now }, row, { id, name: person.fullName, unitPath: fromUnit.path })
}

/** A package that somebody was taken in with, for who may take people in there. */
export async function receivedFile({ transact, actor, input, now }: Call<{ movementId: string }>) {
  const { id, person } = await loadMovement(db, actor, 'movement.read', input.movementId)
  const row = await db.receivedPackage.findUnique({ where: { movementId: id } })
  if (!row || !mayReceive(actor, person.unit.path)) throw new Refusal('notFound', {})
  const about = { id, name: person.fullName, unitPath: person.unit.path }
  return taken({ transact, actor, now }, { sha256: row.sha256, name: `goi-da-nhan-${id.slice(-12)}.zip` }, about)
}

export const mayReceive = (actor: Actor, unitPath: string) =>
  can(actor, 'handover.receive', { personId: null, unitPath })

async function taken(
  { transact, actor, now }: Omit<Call<never>, 'input'>,
  { sha256, name }: { sha256: string; name: string },
  about: { id: string; name: string; unitPath: string },
) {
  const bytes = await readStored(fileStore('packages'), sha256)
  const subject = { type: 'movement', id: about.id, name: `gói bàn giao của ${about.name}` } as const
  await transact((tx) =>
    writeAudit(tx, actor, { action: 'document.downloaded', subject, unitPath: about.unitPath }, now),
  )
  return { bytes, name }
}
