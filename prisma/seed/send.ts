import { setTimeout as pause } from 'node:timers/promises'
import { db } from '@/lib/server/db'
import { installationGateway } from '@/lib/server/national/installation'
import { beat, stopBeating } from '@/lib/server/pushes/heartbeat'
import { Sender } from '@/lib/server/pushes/sender'

const WORKER = 'demo province'
const PATIENCE_MS = 30_000

/**
 * Lets the real worker send what waits, as if it were `at`. The simulator is asked to refuse the first of them, one at each
 * of the `refusing` fields. Where it does not answer, everything goes on waiting: the worker sends it afterwards.
 */
export async function sendWaiting(at: Date, refusing: readonly string[] = []): Promise<void> {
  const gateway = installationGateway(() => at)
  if (!gateway || !(await orderRefusals(gateway.profile.baseUrl, refusing))) return
  await approveChannel(gateway.profile.id, at)
  const stop = new AbortController()
  const log = (what: string, error?: unknown) => console.error(`  ${what}`, error instanceof Error ? error.message : '')
  const sender = new Sender({ gateway, worker: WORKER, random: () => 0, now: () => at, log })
  await beat(db, WORKER)
  const pulse = setInterval(() => beat(db, WORKER), 1_000)
  const sending = sender.run(stop.signal)
  const until = Date.now() + PATIENCE_MS
  while (Date.now() < until && (await waiting()) > 0) await pause(100)
  stop.abort()
  await sending
  clearInterval(pulse)
  await stopBeating(db, WORKER)
}

/** A demonstration's channel is approved by nobody real: its document says so. */
async function approveChannel(profileId: string, at: Date) {
  if (await db.connectionApproval.count({ where: { profileId } })) return
  const by = { byUserId: '00000000-0000-0000-0000-000000000000', byName: 'Dữ liệu trình diễn' }
  await db.connectionApproval.create({
    data: { profileId, level: 3, documentNo: '01/QĐ-THUNGHIEM', documentDate: at, at, ...by },
  })
}

const waiting = () => db.delivery.count({ where: { state: { in: ['waiting', 'sending'] } } })

/** Answers whether the simulator is there. A real counterpart has no such door, and gets nothing of what was invented here. */
async function orderRefusals(url: string, fields: readonly string[]): Promise<boolean> {
  const door = `${url}/__sim/faults`
  const ask = (method: string, body?: string) =>
    fetch(door, { method, ...(body && { body }), signal: AbortSignal.timeout(5_000) }).then(
      ({ ok }) => ok,
      () => false,
    )
  if (!(await ask('DELETE'))) return false
  for (const field of fields) await ask('POST', JSON.stringify({ kind: 'reject', times: 1, field }))
  return true
}
