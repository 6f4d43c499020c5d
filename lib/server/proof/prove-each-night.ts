import 'server-only'
import { dateColumn, dayOf } from '@/lib/domain/calendar'
import { Prisma } from '@/prisma/generated/client'
import { db } from '../db'
import { raiseIncidents } from './incidents'
import { provePaper } from './prove-papers'
import { type Item, proveRecords, signedLeaves } from './prove-records'

const CHUNK = 500
/** In so many nights everything older has been recomputed once. */
const NIGHTS = 30

/**
 * Recomputes what was signed this month, and each night another thirtieth of everything older; what is not as it was signed raises an
 * incident and stops that record's exchange. Answers how much was looked at.
 */
export async function proveSigned(now: Date, signal?: AbortSignal) {
  const sum = { records: 0, papers: 0, mismatches: 0 }
  const papers = new Set<string>()
  for (let after: string | null = null; !signal?.aborted; ) {
    const items: Item[] = await itemsAfter(after, now)
    if (items.length === 0) break
    const signed = await signedLeaves(db, [...new Set(items.map(({ batchId }) => batchId))])
    for (const { batchId } of items) papers.add(batchId)
    sum.mismatches += await raiseIncidents(await proveRecords(db, items, signed), now)
    sum.records += items.length
    after = items.at(-1)?.id ?? null
  }
  for (const batchId of papers) {
    if (signal?.aborted) break
    const mismatch = await provePaper(batchId)
    sum.papers += 1
    if (mismatch) sum.mismatches += await raiseIncidents([mismatch], now)
  }
  return sum
}

function itemsAfter(after: string | null, now: Date): Promise<Item[]> {
  const month = new Date(`${dayOf(now).slice(0, 7)}-01T00:00:00+07:00`)
  const night = Math.floor(now.getTime() / 86_400_000) % NIGHTS
  return db.$queryRaw<Item[]>`
    SELECT item.id, item.batch_id AS "batchId", item.record_id AS "recordId", item.revision_id AS "revisionId", item.version,
      item.leaf
    FROM approval_item AS item JOIN approval_batch AS batch ON batch.id = item.batch_id
    WHERE batch.state = 'approved'
      AND (batch.closed_at >= ${month} OR abs(hashtext(item.record_id::text)) % ${NIGHTS} = ${night})
      ${after === null ? Prisma.empty : Prisma.sql`AND item.id > ${after}::uuid`}
    ORDER BY item.id LIMIT ${CHUNK}`
}

/** For the worker: the first call of each day does the night's work; another worker, or a later call, finds it done. */
export function proveEachNight() {
  let done: string | null = null
  let running = false
  return async (now: Date, signal: AbortSignal) => {
    const today = dayOf(now)
    if (running || done === today) return
    running = true
    try {
      if (await isDue(today, now)) await prove(today, now, signal)
      if (!signal.aborted) done = today
    } finally {
      running = false
    }
  }
}

/** A run that was broken off begins anew. */
async function isDue(today: string, now: Date): Promise<boolean> {
  const day = dateColumn(today)
  const { count } = await db.proofRun.createMany({ data: [{ day, startedAt: now }], skipDuplicates: true })
  return count > 0 || (await db.proofRun.count({ where: { day, endedAt: null } })) > 0
}

async function prove(today: string, now: Date, signal: AbortSignal) {
  const sum = await proveSigned(now, signal)
  if (!signal.aborted) await db.proofRun.update({ where: { day: dateColumn(today) }, data: { ...sum, endedAt: now } })
}
