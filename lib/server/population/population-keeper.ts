import 'server-only'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { askedIdentity } from '@/lib/domain/population/asked-identity'
import type { PopulationProfile } from '@/lib/domain/population/population-profile'
import type { PopulationRequest } from '@/prisma/generated/client'
import { transact } from '../call'
import { db, type Tx } from '../db'
import { DEAD_AFTER_MS } from '../pushes/claim'
import { completed } from '../records/completed'
import { askApproved } from './ask-approved'
import { keepResult } from './keep-result'
import type { PopulationAnswer, PopulationLine } from './population-line'
import { askedToday, startOfDay } from './quota'

const WORKER = { personName: 'Tiến trình đối chiếu dân cư' }
const AT_ONCE = 20
const TRIES = 12
/** An answer that cannot be read does not become readable by asking again. */
const GARBLED_TRIES = 3
const DAY_MS = 86_400_000
const REST_MS = { noAnswer: 60_000, garbled: 60_000, refused: 15 * 60_000 }
const LONGEST_REST_MS = 60 * 60_000

type Hand = { profile: PopulationProfile; line: PopulationLine; worker: string; now: () => Date }

/** For the worker: one round puts the questions that are due, within the day's quota and the pace; a call while one runs does nothing. */
export function populationKeeper({ profile, line, worker, now }: Hand) {
  let running = false
  return async (stop: AbortSignal) => {
    if (running) return
    running = true
    try {
      if (profile.automatic) await askApproved(db, profile.automatic.officer, now())
      for (const request of await claim(worker, profile.quotaPerDay, now())) {
        if (stop.aborted) await release(db, request, now())
        else if (!(await settle(request, line, now))) break
        await pause(1000 / profile.pace.perSecond)
      }
    } finally {
      await db.populationRequest.updateMany({ where: { claimedBy: worker }, data: { claimedBy: null } })
      running = false
    }
  }
}

/** Takes what is due and the quota still allows; workers take turns here, so that together they keep it. */
function claim(worker: string, quota: number, now: Date): Promise<PopulationRequest[]> {
  return transact(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('population_quota'))::text`
    const aliveSince = new Date(Date.now() - DEAD_AFTER_MS)
    await tx.$executeRaw`
      UPDATE population_request AS q SET claimed_by = NULL
      WHERE claimed_by IS NOT NULL
        AND NOT EXISTS (SELECT FROM worker_beat WHERE name = q.claimed_by AND beat_at > ${aliveSince})`
    const inHand = await tx.populationRequest.count({ where: { claimedBy: { not: null } } })
    const left = Math.min(AT_ONCE, quota - (await askedToday(tx, now)) - inHand)
    if (left <= 0) return []
    const due = await tx.populationRequest.findMany({
      where: { claimedBy: null, dueAt: { lte: now } },
      orderBy: { dueAt: 'asc' },
      take: left,
    })
    const ids = due.map(({ recordId }) => recordId)
    await tx.populationRequest.updateMany({ where: { recordId: { in: ids } }, data: { claimedBy: worker } })
    return due
  })
}

/** Puts one question and keeps its answer. False where the other side lets nobody ask now: the rest waits. */
async function settle(request: PopulationRequest, line: PopulationLine, now: () => Date): Promise<boolean> {
  const record = await db.record.findUniqueOrThrow({
    where: { id: request.recordId },
    select: {
      draft: true,
      approvedRevision: { select: { data: true } },
      person: { select: { fullName: true, unit: { select: { path: true } } } },
    },
  })
  const document = request.ofApproved ? record.approvedRevision?.data : record.draft
  const data = document ? completed(document) : null
  const identity = data && askedIdentity(data)
  if (!identity) return drop(db, request)
  const requestNo = randomUUID()
  const { officerCode, purpose } = request
  const answer = await line.ask({ requestNo, officerCode, identity })
  const again = waitAfter(answer, request.attempts, now())
  if (again) {
    await release(db, request, again, request.attempts + (isQuota(answer) ? 0 : 1))
    // Nobody else need knock at a closed door meanwhile; whichever worker it is.
    await db.populationRequest.updateMany({ where: { dueAt: { lt: again } }, data: { dueAt: again } })
    return false
  }
  const { person } = record
  const asked = {
    record: { id: request.recordId, name: person.fullName, unitPath: person.unit.path },
    ...{ identity, data, requestNo, officerCode, purpose },
    by: { userId: request.byUserId, name: request.byName },
  }
  return transact(async (tx) => {
    await keepResult(tx, asked, answer, WORKER, now())
    return drop(tx, request)
  })
}

/** When to ask again; null where the answer counts, or a person is asked in vain too often. */
function waitAfter(answer: PopulationAnswer, attempts: number, now: Date): Date | null {
  if (answer.kind === 'answer') return null
  // The other side counts by days too.
  if (isQuota(answer)) return new Date(startOfDay(now).getTime() + DAY_MS)
  if (attempts + 1 >= TRIES || (answer.cause === 'garbled' && attempts + 1 >= GARBLED_TRIES)) return null
  const rest = answer.cause === 'quota' ? 0 : REST_MS[answer.cause]
  return new Date(now.getTime() + Math.min(LONGEST_REST_MS, rest * 2 ** attempts))
}

const isQuota = (answer: PopulationAnswer) => answer.kind === 'trouble' && answer.cause === 'quota'

const release = (tx: Tx, { recordId }: PopulationRequest, dueAt: Date, attempts?: number) =>
  tx.populationRequest.updateMany({
    where: { recordId },
    data: { claimedBy: null, dueAt, ...(attempts !== undefined && { attempts }) },
  })

async function drop(tx: Tx, { recordId }: PopulationRequest) {
  await tx.populationRequest.deleteMany({ where: { recordId } })
  return true
}
