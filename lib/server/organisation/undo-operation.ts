import 'server-only'
import { z } from 'zod'
import { fromDateColumn } from '@/lib/domain/calendar'
import type { Operation } from '@/lib/domain/organisation/operation'
import { invert, type RowChange } from '@/lib/domain/organisation/row-change'
import { type Actor, can } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { Prisma } from '@/prisma/generated/client'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import type { Tx } from '../db'
import { referrersOf } from './referrers'
import { lockOrganisation, settleToday } from './settle-today'
import { removeUnits, writeChanges } from './write-changes'

export const UndoOperation = z.object({ operationId: z.uuid() })

/** Takes an operation back: every row as it was before. Refuses while something later refers to its result. */
export const undoOperation = ({ transact, actor, input, now }: Call<z.output<typeof UndoOperation>>) =>
  transact(async (tx) => {
    await lockOrganisation(tx)
    const done = await loadOperation(tx, actor, 'unit.manage', input.operationId)
    if (done.undoneBy !== null || done.kind === 'undo') throw new Refusal('operationUndone', {})
    const referrers = await referrersOf(tx, done)
    if (referrers.length > 0) throw new Refusal('operationReferred', { what: referrers.map(({ what }) => what) })
    const back = invert(done.changes)
    await writeChanges(tx, back, now)
    const settled = await settleToday(tx, actor.today, actor, now)
    await removeUnits(tx, back)
    const summary = `Hoàn tác: ${done.summary}`
    const undone = await tx.unitOperation.create({
      data: {
        ...{ kind: 'undo', day: done.dayColumn, basis: done.basis, summary, unitIds: done.unitIds, undoesId: done.id },
        changes: back as unknown as Prisma.InputJsonValue,
        ...{ byUserId: actor.userId, byName: actor.personName, at: now },
      },
      select: { id: true },
    })
    const subject = { type: 'operation', id: done.id, name: done.summary } as const
    await writeAudit(tx, actor, { action: 'unit.operationUndone', subject, detail: { people: settled.people } }, now)
    return { operationId: undone.id, ...settled }
  })

/** An entry of the history, if the actor may do this with the tree. Throws `notFound` otherwise. */
export async function loadOperation(tx: Tx, actor: Actor, permission: 'unit.manage' | 'tree.read', id: string) {
  const row = await tx.unitOperation.findUnique({ where: { id }, include: { undoneBy: true, undoes: true } })
  const units = await tx.unit.findMany({ where: { id: { in: row?.unitIds ?? [] } }, select: { path: true } })
  // Of units that are no more because their founding was undone, only who sees the province may know.
  const paths = units.length > 0 ? units.map(({ path }) => path) : ['/']
  if (!row || !paths.some((path) => can(actor, permission, { personId: null, unitPath: path }))) {
    throw new Refusal('notFound', {})
  }
  const { input, changes, day, ...entry } = row
  return {
    ...entry,
    operation: input as Operation | null,
    changes: changes as unknown as RowChange[],
    day: fromDateColumn(day),
    dayColumn: day,
  }
}
