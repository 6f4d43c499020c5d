import 'server-only'
import { type Actor, grantsFor, type Permission, type Subject } from '@/lib/domain/policy'
import type { SeenOn } from '@/lib/domain/view-words'
import { writeAuditOfMany } from '../audit'
import { transact } from '../call'
import { db } from '../db'
import type { ReadRecord } from './load'

/** What the log keeps of a reading: where, in which role, and for what where that had to be said. */
export function readingDetail({ sight: { reading, purpose } }: Pick<ReadRecord, 'sight'>, page: SeenOn) {
  const document = reading.agreed?.documentNo
  return { page, role: reading.role, ...(purpose !== null && { purpose }), ...(document && { document }) }
}

/** In which role somebody does what their door lets them do. */
export const roleFor = (actor: Actor, permission: Permission, subject: Subject) =>
  grantsFor(actor, permission, subject)[0]?.role ?? 'person'

/** A list that says of each person what changed is a view of each: noted once a day and reader. */
export async function noteListed(
  actor: Actor,
  unitPath: string,
  people: readonly { recordId: string; name: string }[],
  at: Date,
): Promise<void> {
  const ids = people.map(({ recordId }) => recordId)
  if (ids.length === 0) return
  const [known, own] = await Promise.all([
    db.auditEvent.findMany({
      where: {
        actorId: actor.userId,
        action: 'record.viewed',
        at: { gte: new Date(`${actor.today}T00:00:00+07:00`) },
        subjectType: 'record',
        subjectId: { in: ids },
        detail: { path: ['page'], equals: 'approval' },
      },
      select: { subjectId: true },
    }),
    actor.personId === null
      ? null
      : db.record.findUnique({ where: { personId: actor.personId }, select: { id: true } }),
  ])
  const done = new Set([...known.map(({ subjectId }) => subjectId), own?.id])
  const role = roleFor(actor, 'batch.read', { personId: null, unitPath })
  const entries = people
    .filter(({ recordId }) => !done.has(recordId))
    .map(({ recordId, name }) => ({
      action: 'record.viewed' as const,
      subject: { type: 'record' as const, id: recordId, name },
      unitPath,
      detail: { page: 'approval', role },
    }))
  if (entries.length > 0) await transact((tx) => writeAuditOfMany(tx, actor, entries, at))
}
