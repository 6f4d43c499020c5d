import 'server-only'
import { approvalWindow, inApprovalWindow } from '@/lib/domain/approval-window'
import { selectPeople } from '@/lib/domain/batch'
import { batchSum } from '@/lib/domain/batch-sum'
import { exclusionWords, isQuiet } from '@/lib/domain/exclusion-words'
import type { Actor } from '@/lib/domain/policy'
import { db } from '../db'
import { loadApprovers } from './approvers'
import { isHeadOf, mandateFor, mayName, unitFor } from './batch-access'
import { candidates } from './candidates'
import { changedPeople } from './changed-people'
import { openingsOn } from './month-openings'
import { nationalFaults } from './national-faults'

/** Rows of a list on one page. */
export const ROWS_A_PAGE = 50

/**
 * What the month of this unit would be if it were opened now: who is in, who is not, and why. The reader who is not the head sees it
 * as the head would. Throws `notFound` outside the actor's reach.
 */
export async function batchPreview(actor: Actor, unitId: string, page = 1) {
  const unit = await unitFor(db, actor, 'batch.read', unitId)
  const window = approvalWindow(actor.today)
  const people = await candidates(db, unit.id, window.month, await loadApprovers(db, actor.today))
  const head = await headOf(unit.id, actor)
  const mandate = isHeadOf(actor, unit.id) ? mandateFor(actor, unit.id) : null
  const approver = { personId: head?.personId ?? null, headPersonId: mandate?.headPersonId ?? null }
  const { included, excluded } = selectPeople('monthly', approver, people)
  const changing = included.filter(({ kind }) => kind !== 'unchanged')
  const listed = excluded.filter(({ why }) => !isQuiet(why))
  const open = await db.approvalBatch.findFirst({
    where: { unitId: unit.id, state: { in: ['frozen', 'waitingForRevocationCheck'] } },
    select: { id: true, kind: true, number: true, count: true, approverName: true },
  })
  return {
    unit: { id: unit.id, name: unit.name, path: unit.path },
    window,
    isOpenNow: inApprovalWindow(actor.today),
    maySign: isHeadOf(actor, unit.id),
    /** In whose place, where it is not one's own. */
    mandate,
    open,
    openings: await openingsOn(db, unit.id, actor.today),
    sum: batchSum(
      included.map(({ kind, person: { confirmed, sent } }) => ({ kind, confirmed, sent })),
      excluded.map(({ why, person: { sent } }) => ({ ...why, sent })),
    ),
    changed: await changedPeople(
      db,
      changing.slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE),
      mayName(actor, unit),
      actor.today,
    ),
    /** Of those with something new: whom the ministry would refuse. */
    faulty: await nationalFaults(
      db,
      changing.map(({ revisionId }) => revisionId),
      mayName(actor, unit),
      actor.today,
    ),
    excluded: listed.map(({ person, why }) => ({
      personId: person.personId,
      recordId: person.recordId,
      name: person.name,
      ...exclusionWords(why),
    })),
  }
}

export type BatchPreview = Awaited<ReturnType<typeof batchPreview>>

/** Who signs for the unit: the one who asks, if head of it, else whoever is. */
async function headOf(unitId: string, actor: Actor) {
  if (isHeadOf(actor, unitId)) return { personId: actor.personId }
  const day = new Date(actor.today)
  const grant = await db.roleGrant.findFirst({
    where: {
      unitId,
      role: 'unitHead',
      validFrom: { lte: day },
      OR: [{ validUntil: null }, { validUntil: { gte: day } }],
    },
    orderBy: { validFrom: 'asc' },
    select: { user: { select: { personId: true } } },
  })
  return grant?.user ?? null
}
