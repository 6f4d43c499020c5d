import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { now } from '../clock'
import { db } from '../db'
import { workerIsAlive } from './heartbeat'

type Part = 'ok' | 'failed' | 'unknown'
export type Health = {
  status: 'ok' | 'failed'
  database: Part
  worker: Part
  /** What waits to be sent, and how long the first of it has. */
  outbox: { waiting: number; oldestSeconds: number } | null
}

const PATIENCE_MS = 4_000

/** Asks each part. A database that does not answer in four seconds counts as failed. */
export async function readHealth(): Promise<Health> {
  const patience = new AbortController()
  const tooLate = pause(PATIENCE_MS, null, { signal: patience.signal, ref: false }).catch(() => null)
  const answers = await Promise.race([ask().catch(() => null), tooLate])
  patience.abort()
  if (!answers) return { status: 'failed', database: 'failed', worker: 'unknown', outbox: null }
  const { alive, outbox } = answers
  return { status: alive ? 'ok' : 'failed', database: 'ok', worker: alive ? 'ok' : 'failed', outbox }
}

async function ask() {
  const [alive, { _count: waiting, _min: oldest }] = await Promise.all([
    workerIsAlive(db),
    db.delivery.aggregate({
      where: { state: { in: ['waiting', 'sending'] } },
      _count: true,
      _min: { createdAt: true },
    }),
  ])
  const age = oldest.createdAt ? now().getTime() - oldest.createdAt.getTime() : 0
  return { alive, outbox: { waiting, oldestSeconds: Math.max(0, Math.floor(age / 1000)) } }
}
