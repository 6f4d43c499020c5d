import 'server-only'
import { z } from 'zod'
import { canonical } from '@/lib/domain/canonical'
import { isMovementKind, MOVEMENTS, movementLabel } from '@/lib/domain/movements/movement-kinds'
import { changesOf, invert, type RowChange } from '@/lib/domain/organisation/row-change'
import { Refusal } from '@/lib/domain/refusal'
import type { Prisma } from '@/prisma/generated/client'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import type { Tx } from '../db'
import { readRows } from '../organisation/read-organisation'
import { lockOrganisation, settleToday } from '../organisation/settle-today'
import { writeChanges } from '../organisation/write-changes'
import { type LoadedMovement, loadMovement } from './load-movement'
import { settleMovements } from './settle-movements'
import { writeStatus } from './write-status'

export const UndoMovement = z.object({ movementId: z.uuid() })

/** Takes a movement back: every row as it was before. Refuses while something later refers to its result. */
export const undoMovement = ({ transact, actor, input, now }: Call<z.output<typeof UndoMovement>>) =>
  transact(async (tx) => {
    await lockOrganisation(tx)
    const done = await loadMovement(tx, actor, 'movement.record', input.movementId)
    if (done.person.id === actor.personId) throw new Refusal('ownRecord', {})
    if (done.undoneBy !== null || done.kind === 'undo') throw new Refusal('movementUndone', {})
    await tx.$queryRaw`SELECT id FROM person WHERE id = ${done.person.id}::uuid FOR UPDATE`
    const what = await referrersOf(tx, done)
    if (what.length > 0) throw new Refusal('movementReferred', { what })
    await writeChanges(tx, invert(done.changes), now)
    if (done.effect) await revokeEffect(tx, done, done.effect, actor, now)
    const { person, fromUnitId, basis, dayColumn, decidedColumn } = done
    await tx.movement.create({
      data: {
        ...{ personId: person.id, kind: 'undo', day: dayColumn, basis, decidedOn: decidedColumn, fromUnitId },
        ...{ changes: invert(done.changes) as unknown as Prisma.InputJsonValue, undoesId: done.id },
        ...{ byUserId: actor.userId, byName: actor.personName, at: now },
      },
      select: { id: true },
    })
    await settleToday(tx, actor.today, actor, now)
    await settleMovements(tx, actor.today, actor, now)
    const subject = { type: 'movement', id: done.id, name: person.fullName } as const
    const detail = { kind: done.kind, basis }
    await writeAudit(tx, actor, { action: 'movement.undone', subject, unitPath: person.unit.path, detail }, now)
  })

/** What has come to refer to a movement since it was written, in words. */
export async function referrersOf(tx: Tx, done: LoadedMovement): Promise<string[]> {
  const later = await tx.movement.findMany({
    where: { personId: done.person.id, number: { gt: done.number }, kind: { not: 'undo' }, undoneBy: null },
    select: { kind: true },
  })
  const signed = await tx.approvalItem.count({
    where: {
      revision: { record: { personId: done.person.id } },
      batch: { unitId: done.toUnit?.id ?? done.fromUnit.id, frozenAt: { gt: done.at }, state: { not: 'cancelled' } },
    },
  })
  const receipts = await tx.dataHandoverReceipt.count({ where: { handover: { movementId: done.id } } })
  return [
    ...later.map(({ kind }) => `đã ghi “${movementLabel(kind)}” sau đó`),
    ...(done.report ? ['đã báo cáo Sở Nội vụ'] : []),
    ...(receipts > 0 ? ['đã giao hồ sơ theo biên bản giao nhận'] : []),
    ...(done.toUnit && signed > 0 ? ['đơn vị nhận đã đưa hồ sơ vào đợt ký'] : []),
    ...((await rowsChanged(tx, done.changes)) ? ['nơi công tác hoặc vai trò đã thay đổi từ sau đó'] : []),
  ]
}

async function rowsChanged(tx: Tx, changes: readonly RowChange[]) {
  const ids = (table: 'posting' | 'role') => changesOf(changes, table).flatMap(({ after }) => after?.id ?? [])
  const now = await readRows(tx, { unit: [], version: [], link: [], posting: ids('posting'), role: ids('role') })
  return changes.some(({ table, after }) => {
    const row = after && now[table].find(({ id }) => id === after.id)
    return after !== null && (!row || canonical(row) !== canonical(after))
  })
}

async function revokeEffect(
  tx: Tx,
  { kind, person }: LoadedMovement,
  effect: NonNullable<LoadedMovement['effect']>,
  by: { userId: string; personName: string },
  now: Date,
) {
  if (effect.status !== null) await writeStatus(tx, person.id, effect.status, by, now)
  if (effect.closed)
    await tx.user.updateMany({
      where: { personId: person.id },
      data: { disabledAt: null, disabledWhy: null, disabledReason: null },
    })
  if (isMovementKind(kind) && MOVEMENTS[kind].to === 'gone' && person.record)
    await tx.delivery.updateMany({
      where: { recordId: person.record.id, state: 'excluded', reasonCode: 'personLeft' },
      data: { state: 'waiting', reasonCode: null, settledAt: null },
    })
}
