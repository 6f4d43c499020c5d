import 'server-only'
import { dayOf } from '@/lib/domain/calendar'
import { jobTerms } from '@/lib/domain/job'
import type { Actor } from '@/lib/domain/policy'
import type { Job, Prisma } from '@/prisma/generated/client'
import { writeAudit } from '../audit'
import { transact } from '../call'
import { db } from '../db'
import { fileStore } from '../storage/file-store'
import { endJob } from './end-job'
import { actorOfJob } from './job-actor'
import type { StepResult } from './job-kind'
import { CANCELLED } from './own-jobs'
import { kindNamed } from './registry'

/** Another worker has the job now: nothing of this step was written. */
export class JobLost extends Error {}

/** One step of a job in this worker's hand. Gives whether there is another; throws what the step threw. */
export async function takeStep(id: string, worker: string, now: Date): Promise<'again' | 'ended'> {
  const job = await db.job.findFirst({ where: { id, claimedBy: worker, state: 'running' } })
  if (!job) throw new JobLost(id)
  if (job.cancelAskedAt) {
    await endJob(job, { state: 'cancelled', message: CANCELLED }, now)
    return 'ended'
  }
  const kind = kindNamed(job.kind)
  if (!kind) throw new Error(`No job is called ${job.kind}`)
  const actor = await actorOfJob(job, now)
  const input = kind.input.parse(job.input)
  await kind.judge(actor, input)
  const result = await kind.step({
    actor,
    input,
    cursor: job.cursor,
    now,
    interim: fileStore(`interim/${id}`),
    files: fileStore('jobs'),
  })
  await commit(job, actor, result, now)
  if (!('finished' in result)) return 'again'
  await fileStore(`interim/${id}`).clear()
  return 'ended'
}

/** What the step did, and how far it got, in one transaction. */
async function commit(job: Job, actor: Actor, result: StepResult, now: Date) {
  const progress = { done: result.done, total: result.total, message: result.message, attempts: 0 }
  const inHand = { id: job.id, claimedBy: job.claimedBy, state: 'running', steps: job.steps } as const
  await transact(async (tx) => {
    const finished = 'finished' in result
    const { count } = await tx.job.updateMany({
      // A wish to stop that came during the last step is heard: nothing is finished then.
      where: { ...inHand, ...(finished && { cancelAskedAt: null }) },
      data: {
        ...progress,
        steps: job.steps + 1,
        ...(finished ? outcomeOf(result, now) : { cursor: result.cursor as Prisma.InputJsonValue }),
      },
    })
    if (count === 0) throw new JobLost(job.id)
    await result.write?.(tx)
    if (!finished) return
    const subject = { type: 'job', id: job.id, name: job.title } as const
    await writeAudit(
      tx,
      actor,
      { action: 'job.done', subject, unitPath: job.unitPath, detail: { done: result.done } },
      now,
    )
  })
}

function outcomeOf({ file }: Extract<StepResult, { finished: true }>, now: Date) {
  const expiresAt = new Date(now.getTime() + jobTerms(dayOf(now)).keepDays * 86_400_000)
  return {
    state: 'done' as const,
    endedAt: now,
    claimedBy: null,
    ...(file && {
      fileName: file.name,
      fileType: file.type,
      fileSha256: file.sha256,
      fileBytes: BigInt(file.bytes),
      expiresAt,
    }),
  }
}
