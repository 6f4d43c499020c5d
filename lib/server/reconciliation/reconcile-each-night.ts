import 'server-only'
import { dateColumn, dayOf } from '@/lib/domain/calendar'
import { transact } from '../call'
import { db } from '../db'
import { installationProfile } from '../national/installation'
import { DEAD_AFTER_MS } from '../pushes/claim'
import { openSource, type Source } from './open-source'
import { nextPart } from './run-steps'

const AGAIN_AFTER_MS = 15 * 60_000

/** For the worker: the first call of each day compares the outbox with the other side; what fails is tried again a quarter of an hour later. */
export function reconcileEachNight(worker: string) {
  let done: string | null = null
  let running = false
  return async (now: Date, stop: AbortSignal) => {
    const today = dayOf(now)
    if (running || done === today || !installationProfile()) return
    running = true
    try {
      const source = openSource()
      const runId = await take(source, today, worker, now)
      if (runId && !(await work(source, runId, now, stop))) return
      if (await isDone(today)) done = today
    } finally {
      running = false
    }
  }
}

/** The night's run, if it is nobody else's and not done. */
async function take(source: Source, today: string, worker: string, now: Date): Promise<string | null> {
  const night = dateColumn(today)
  const { profileId, kind } = source
  await db.reconciliation.createMany({
    data: [{ profileId, source: kind, night, worker, startedAt: now }],
    skipDuplicates: true,
  })
  const aliveSince = new Date(Date.now() - DEAD_AFTER_MS)
  const again = new Date(now.getTime() - AGAIN_AFTER_MS)
  const [mine] = await db.$queryRaw<{ id: string }[]>`
    UPDATE reconciliation AS run SET worker = ${worker}, started_at = ${now}, ended_at = NULL, source = ${kind}::"ReconciliationSource"
    WHERE night = ${night} AND (
      (ended_at IS NULL AND (worker = ${worker}
        OR NOT EXISTS (SELECT FROM worker_beat WHERE name = run.worker AND beat_at > ${aliveSince})))
      OR (failure IS NOT NULL AND ended_at < ${again}))
    RETURNING id`
  if (mine) await db.reconciliationLine.deleteMany({ where: { runId: mine.id } })
  return mine?.id ?? null
}

/** Answers whether it was carried to an end. */
async function work(source: Source, runId: string, now: Date, stop: AbortSignal): Promise<boolean> {
  for (let place = { runId, after: null as string | null, read: 0 }; !stop.aborted; ) {
    const { next, write } = await nextPart(source, place, now)
    await transact(write)
    if (next === null) return true
    place = next
  }
  return false
}

const isDone = async (today: string) =>
  (await db.reconciliation.count({ where: { night: dateColumn(today), endedAt: { not: null }, failure: null } })) > 0
