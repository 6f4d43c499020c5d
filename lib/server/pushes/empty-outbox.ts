import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { db } from '../db'
import type { NationalGateway } from '../national-gateway'
import { beat, stopBeating } from './heartbeat'
import { Sender } from './sender'

/** Sends all that is due, and returns when nothing waits any more: for filling the demonstration, where no worker runs yet. */
export async function emptyOutbox(gateway: NationalGateway): Promise<void> {
  const worker = 'empty-outbox'
  const stop = new AbortController()
  const log = (what: string, error?: unknown) => console.error(what, error)
  await beat(db, worker)
  const beating = setInterval(() => void beat(db, worker).catch(() => {}), 2_000)
  const sending = new Sender({ gateway, worker, random: () => 0, log }).run(stop.signal)
  while ((await db.delivery.count({ where: { state: { in: ['waiting', 'sending'] } } })) > 0) await pause(50)
  stop.abort()
  await sending
  clearInterval(beating)
  await stopBeating(db, worker)
}
