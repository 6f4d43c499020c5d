import 'server-only'
import { fromDateColumn, sayDay, sayInstant } from '@/lib/domain/calendar'
import { movesOf } from '@/lib/domain/organisation/plan-operation'
import { reverseOf } from '@/lib/domain/organisation/reverse-operation'
import { changesOf } from '@/lib/domain/organisation/row-change'
import { type Actor, can, mayAnywhere } from '@/lib/domain/policy'
import { transact } from '../call'
import { db } from '../db'
import { unitsWithin } from '../within'
import { readOrganisation } from './read-organisation'
import { referrersOf } from './referrers'
import { loadOperation } from './undo-operation'

/** What was done to the tree, newest first. */
export async function operationHistory(actor: Actor, { skip, take }: { skip: number; take: number }) {
  const province = can(actor, 'tree.read', { personId: null, unitPath: '/' })
  const units = province ? [] : await db.unit.findMany({ where: unitsWithin(actor, 'tree.read'), select: { id: true } })
  const where = province ? {} : { unitIds: { hasSome: units.map(({ id }) => id) } }
  const [total, rows] = await Promise.all([
    db.unitOperation.count({ where }),
    db.unitOperation.findMany({
      where,
      orderBy: { number: 'desc' },
      ...{ skip, take },
      select: {
        ...{ id: true, kind: true, day: true, basis: true, summary: true, byName: true, at: true, undoesId: true },
        undoneBy: { select: { at: true } },
      },
    }),
  ])
  return {
    total,
    rows: rows.map(({ day, at, undoneBy, ...row }) => ({
      ...{ ...row, day: fromDateColumn(day), at: sayInstant(at) },
      undone: undoneBy !== null,
    })),
  }
}

/** One operation: what it did, and whether and how it can be taken back. */
export const operationPage = (actor: Actor, id: string) =>
  transact(async (tx) => {
    const done = await loadOperation(tx, actor, 'tree.read', id)
    const { operation } = done
    const standing = done.kind !== 'undo' && done.undoneBy === null
    const mayUndo = standing && mayAnywhere(actor, 'unit.manage')
    const personIds = [...new Set(movesOf(done.changes).map(({ personId }) => personId))]
    const units = await tx.unit.findMany({
      where: { id: { in: done.unitIds } },
      orderBy: { path: 'asc' },
      select: { id: true, name: true, isOpen: true },
    })
    return {
      ...{ id: done.id, kind: done.kind, summary: done.summary, basis: done.basis },
      ...{ day: sayDay(done.day), at: sayInstant(done.at), byName: done.byName },
      ahead: done.day > actor.today,
      undoneBy: done.undoneBy && { id: done.undoneBy.id, at: sayInstant(done.undoneBy.at), name: done.undoneBy.byName },
      undoes: done.undoes && { id: done.undoes.id, summary: done.undoes.summary },
      units,
      moved: personIds.length,
      rolesEnded: changesOf(done.changes, 'role').filter(({ before }) => before && before.role !== 'person').length,
      mayUndo,
      /** There is one operation that leads back; of an import there is none. */
      hasReverse: operation !== null,
      referrers: mayUndo ? await referrersOf(tx, done) : [],
    }
  })

/** The operation that leads back, to begin a form with. Throws `notFound` where there is none. */
export const reverseOperation = (actor: Actor, id: string) =>
  transact(async (tx) => {
    const { operation, changes } = await loadOperation(tx, actor, 'unit.manage', id)
    if (operation === null) return null
    const organisation = await readOrganisation(tx, operation)
    const founded = changesOf(changes, 'unit').flatMap(({ after }) => after?.id ?? [])
    const received = movesOf(changes).map(({ unitId }) => unitId)
    return reverseOf(organisation, operation, [...new Set([...founded, ...received])], actor.today)
  })
