import 'server-only'
import { z } from 'zod'
import { sayInstant } from '@/lib/domain/calendar'
import { isOpen, OPEN_STATES } from '@/lib/domain/job'
import { type JobView, saySize } from '@/lib/domain/job-words'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { Job } from '@/prisma/generated/client'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { db } from '../db'
import { kindNamed } from './registry'

export const JobId = z.object({ id: z.uuid() })

/** What this person asked for, newest first. Nobody sees the jobs of others. */
export async function ownJobs(actor: Actor, page: { skip: number; take: number }) {
  const where = { userId: actor.userId }
  const [total, jobs] = await Promise.all([
    db.job.count({ where }),
    db.job.findMany({ where, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], ...page }),
  ])
  return { total, jobs: jobs.map(viewOf) }
}

/** Where one of one's own jobs stands. Throws `notFound` for anybody else's. */
export const ownJob = async (actor: Actor, id: string): Promise<JobView> => viewOf(await loadOwnJob(actor, id))

export async function loadOwnJob(actor: Actor, id: string): Promise<Job> {
  const job = await db.job.findFirst({ where: { id, userId: actor.userId } })
  if (!job) throw new Refusal('notFound', {})
  return job
}

/** One that waits ends at once; one that runs ends after its step. What it had done so far stays done. */
export async function cancelJob({ transact, actor, input: { id }, now }: Call<z.output<typeof JobId>>): Promise<void> {
  const job = await loadOwnJob(actor, id)
  await transact(async (tx) => {
    const mine = { id, userId: actor.userId, cancelAskedAt: null }
    const ended = { state: 'cancelled', cancelAskedAt: now, endedAt: now, message: CANCELLED } as const
    const waiting = await tx.job.updateMany({ where: { ...mine, state: 'waiting', steps: 0 }, data: ended })
    const open = { ...mine, state: { in: OPEN_STATES } }
    const asked = waiting.count || (await tx.job.updateMany({ where: open, data: { cancelAskedAt: now } })).count
    if (asked === 0) throw new Refusal('jobEnded', {})
    const subject = { type: 'job', id, name: job.title } as const
    await writeAudit(tx, actor, { action: 'job.cancelled', subject, unitPath: job.unitPath }, now)
  })
}

export const CANCELLED = 'Anh/Chị đã dừng việc này.'

function viewOf(job: Job): JobView {
  const { id, title, state, done, total, message, createdAt, endedAt, fileSha256, fileName, fileBytes, expiresAt } = job
  return {
    id,
    title,
    state,
    done,
    total,
    message,
    asked: sayInstant(createdAt),
    ended: endedAt && sayInstant(endedAt),
    file:
      fileSha256 && fileName && expiresAt
        ? {
            name: fileName,
            size: saySize(Number(fileBytes)),
            until: sayInstant(expiresAt),
            secret: kindNamed(job.kind)?.secret === true,
          }
        : null,
    cancelling: isOpen(state) && job.cancelAskedAt !== null,
  }
}
