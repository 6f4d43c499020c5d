import { db } from '@/lib/server/db'
import { JobRunner } from '@/lib/server/jobs/job-runner'
import { takeStep } from '@/lib/server/jobs/take-step'
import { NOW } from '../../support/builders'

const nobodyWaits = async () => (await db.job.count({ where: { state: { in: ['waiting', 'running'] } } })) === 0

/** Lets a worker work until nothing waits any more, or for so many steps of the one job that waits. */
export async function run({ until = nobodyWaits, steps }: { until?: () => Promise<boolean>; steps?: number } = {}) {
  if (steps !== undefined) return takeSteps(steps)
  const stop = new AbortController()
  const log = (what: string, error?: unknown) => console.error(what, error)
  const running = new JobRunner({ worker: 'test-worker', now: () => NOW, log }).run(stop.signal)
  while (!(await until())) await new Promise((later) => setTimeout(later, 20))
  stop.abort()
  await running
}

async function takeSteps(steps: number) {
  const { id } = await db.job.findFirstOrThrow({ where: { state: 'waiting' } })
  await db.job.update({ where: { id }, data: { state: 'running', claimedBy: 'test-worker' } })
  for (let left = steps; left > 0; left--) await takeStep(id, 'test-worker', NOW)
  await db.job.update({ where: { id }, data: { state: 'waiting', claimedBy: null } })
}

export async function untilEnded(id: string) {
  const open = ['waiting', 'running']
  while (open.includes((await db.job.findUniqueOrThrow({ where: { id } })).state)) {
    await new Promise((later) => setTimeout(later, 50))
  }
}
