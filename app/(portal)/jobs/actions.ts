'use server'

import type { JobView } from '@/lib/domain/job-words'
import { action } from '@/lib/server/action'
import { fresh } from '@/lib/server/fresh'
import { cancelJob, JobId, ownJob } from '@/lib/server/jobs/own-jobs'
import { JobRequest, requestJob } from '@/lib/server/jobs/request-job'
import { watchingActor } from '@/lib/server/session'

export const startJob = action(JobRequest, fresh(requestJob), () => ['/jobs'])
export const stopJob = action(JobId, cancelJob, () => ['/jobs'])

/** Where a job stands, asked by the page itself every second or so: asking does not keep the session alive. */
export async function watchJob(id: string): Promise<JobView | null> {
  const actor = await watchingActor()
  const asked = JobId.safeParse({ id })
  if (!actor || !asked.success) return null
  return ownJob(actor, asked.data.id).catch(() => null)
}
