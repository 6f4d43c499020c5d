import 'server-only'
import { type Actor, mayAnywhere } from '@/lib/domain/policy'
import { db } from './db'
import { enrolmentCount } from './enrolment/certificate-lists'
import { openDuplicates } from './quality/duplicate-list'
import { correctionCount } from './records/correction-list'
import { waitingFor } from './records/review'
import { openQuestions } from './records/view-questions'
import { peopleWithin, unitsWithin } from './within'

/** How much work waits behind each door of the rail, by its address. Doors that do not open are not asked. */
export async function menuCounts(actor: Actor): Promise<Record<string, number>> {
  const counts = Object.entries(WAITING).map(async ([href, count]) => [href, await count(actor)] as const)
  return Object.fromEntries(await Promise.all(counts))
}

const WAITING: Record<string, (actor: Actor) => Promise<number>> = {
  '/my-record': returnedFields,
  '/records/review': async (actor) =>
    mayAnywhere(actor, 'record.review')
      ? (await db.submission.count({ where: waitingFor(actor) })) + (await correctionCount(actor))
      : 0,
  '/approvals': async (actor) =>
    mayAnywhere(actor, 'batch.sign')
      ? db.approvalBatch.count({ where: { state: 'frozen', unit: unitsWithin(actor, 'batch.sign') } })
      : 0,
  '/records': async (actor) => (mayAnywhere(actor, 'view.answer') ? openQuestions(actor) : 0),
  '/quality': async (actor) => (mayAnywhere(actor, 'duplicate.decide') ? openDuplicates(actor) : 0),
  '/administration': async (actor) => (mayAnywhere(actor, 'certificate.register') ? enrolmentCount(actor) : 0),
  '/pushes': async (actor) =>
    mayAnywhere(actor, 'push.resend')
      ? db.delivery.count({
          where: { state: { in: ['refused', 'parked'] }, record: { person: peopleWithin(actor, 'push.resend') } },
        })
      : 0,
}

/** Fields given back to the person in the newest submission. */
async function returnedFields({ personId }: Actor): Promise<number> {
  if (personId === null) return 0
  const newest = await db.submission.findFirst({
    where: { record: { personId } },
    orderBy: { submittedAt: 'desc' },
    select: { state: true, returned: true },
  })
  return newest?.state === 'returned' && Array.isArray(newest.returned) ? newest.returned.length : 0
}
