import 'server-only'
import type { Job } from '@/prisma/generated/client'
import { writeAudit } from '../audit'
import { transact } from '../call'
import { fileStore } from '../storage/file-store'

type Ending = { state: 'failed' | 'cancelled'; message: string }

/** Ends a job that came to nothing; whoever asked for it reads why. The wish to stop was noted when it was uttered. */
export async function endJob(job: Job, { state, message }: Ending, now: Date): Promise<void> {
  const inHand = { id: job.id, claimedBy: job.claimedBy, state: 'running', steps: job.steps } as const
  const ended = await transact(async (tx) => {
    const { count } = await tx.job.updateMany({
      where: inHand,
      data: { state, message, endedAt: now, claimedBy: null },
    })
    if (count === 1 && state === 'failed') {
      const subject = { type: 'job', id: job.id, name: job.title } as const
      const { personName, userId, sessionId, unitPath } = job
      const detail = { kind: job.kind, reason: message }
      await writeAudit(tx, { personName, userId, sessionId }, { action: 'job.failed', subject, unitPath, detail }, now)
    }
    return count === 1
  })
  if (ended) await fileStore(`interim/${job.id}`).clear()
}
