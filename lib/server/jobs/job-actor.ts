import 'server-only'
import { narrowedTo } from '@/lib/domain/job'
import type { Actor, Grant } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { Job } from '@/prisma/generated/client'
import { ACCOUNT_OF_ACTOR, actorOf } from '../actor-of'
import { db } from '../db'

/** In whose name a job acts: the account as it stands now. Throws `notFound` for one that was disabled meanwhile. */
export async function actorOfJob(job: Job, now: Date): Promise<Actor> {
  const account = await db.user.findUnique({ where: { id: job.userId }, include: ACCOUNT_OF_ACTOR })
  if (!account || account.disabledAt) throw new Refusal('notFound', {})
  return narrowedTo(actorOf(account, job.sessionId, now), job.grants as unknown as Grant[])
}
