import 'server-only'
import { dateColumn } from '@/lib/domain/calendar'
import { isMovementKind, MOVEMENTS, movementLabel } from '@/lib/domain/movements/movement-kinds'
import { writeAudit } from '../audit'
import type { Tx } from '../db'
import { endAccounts } from '../people/end-accounts'
import { writeStatus } from './write-status'

/** Who lets the day act: an actor, or the calendar itself. */
export type By = { userId: string; personName: string; sessionId?: string }

/**
 * Lets every movement whose day has come take effect, once: the status, the account of who leaves, what would still be
 * sent. Where people stand follows from their postings: see `settleToday`. Running it twice changes nothing.
 */
export async function settleMovements(tx: Tx, today: string, by: By, now: Date): Promise<number> {
  const due = await tx.movement.findMany({
    where: { day: { lte: dateColumn(today) }, kind: { not: 'undo' }, undoneBy: null, effect: null },
    orderBy: [{ day: 'asc' }, { number: 'asc' }],
    select: {
      id: true,
      kind: true,
      status: true,
      person: {
        select: {
          id: true,
          fullName: true,
          employmentStatus: true,
          unit: { select: { path: true } },
          record: { select: { id: true } },
        },
      },
    },
  })
  for (const movement of due) await takeEffect(tx, movement, by, now)
  return due.length
}

type Due = {
  id: string
  kind: string
  status: string | null
  person: {
    id: string
    fullName: string
    employmentStatus: string
    unit: { path: string }
    record: { id: string } | null
  }
}

async function takeEffect(tx: Tx, { id, kind, status, person }: Due, by: By, now: Date) {
  const leaves = isMovementKind(kind) && MOVEMENTS[kind].to === 'gone'
  // An earlier movement of the same morning may have changed it.
  const { employmentStatus } = await tx.person.findUniqueOrThrow({
    where: { id: person.id },
    select: { employmentStatus: true },
  })
  const changed = status !== null && status !== employmentStatus
  if (changed) await writeStatus(tx, person.id, status, by, now)
  const acting = by.sessionId ? { ...by, sessionId: by.sessionId } : { personName: by.personName }
  const ending = { why: 'left', reason: movementLabel(kind), withRoles: true } as const
  const closed = leaves && (await endAccounts(tx, acting, [person.id], ending, now)) > 0
  if (leaves && person.record) await stopSending(tx, person.record.id, now)
  await tx.movementEffect.create({
    data: { movementId: id, status: changed ? employmentStatus : null, closed, at: now },
    select: { movementId: true },
  })
  const subject = { type: 'movement', id, name: person.fullName } as const
  const entry = {
    action: 'movement.tookEffect',
    subject,
    unitPath: person.unit.path,
    detail: { kind, closed },
  } as const
  await writeAudit(tx, acting, entry, now)
}

/** What certainly has not been sent is not sent any more. */
const stopSending = (tx: Tx, recordId: string, now: Date) =>
  tx.delivery.updateMany({
    where: { recordId, state: { in: ['waiting', 'held', 'refused', 'parked'] }, uncertain: false },
    data: { state: 'excluded', reasonCode: 'personLeft', settledAt: now },
  })
