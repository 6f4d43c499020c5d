import { randomUUID } from 'node:crypto'
import { db } from '@/lib/server/db'
import { NationalGateway } from '@/lib/server/national/gateway'
import { Sender } from '@/lib/server/pushes/sender'
import type { Simulator } from '@/lib/simulators/national-simulator'
import { recordsOf } from '@/tests/simulators/wire'
import { aProfile, aSecret } from '@/tests/support/national-profile'
import type { Somebody } from './an-outbox'

/** Patient, so that a busy machine is no time-out; the tests of slowness ask for less. */
export const aGateway = (simulator: Simulator, callMs = 10_000) =>
  new NationalGateway({ profile: aProfile(simulator.url, { pace: { callMs, perSecond: null } }), secret: aSecret })

/** A worker that never waits long: `random` is 0, so that a repetition comes at once. */
export const aSender = (simulator: Simulator, worker = 'test-worker', callMs?: number) =>
  new Sender({
    gateway: aGateway(simulator, callMs),
    worker,
    random: () => 0,
    log: (what, error) => console.error(what, error),
  })

/** The channel's approval, without which no worker sends. */
export async function approveChannel(profileId = 'test') {
  await db.connectionApproval.create({
    data: {
      ...{ profileId, level: 3, documentNo: '12/QĐ-UBND', documentDate: new Date('2026-01-05') },
      ...{ byUserId: randomUUID(), byName: 'Trần Kết Nối', at: new Date() },
    },
  })
}

/** Lets a worker work until nobody waits any more; what it heard of the channel before is forgotten. */
export async function workUntilQuiet(simulator: Simulator, worker?: string, callMs?: number) {
  await db.channelState.deleteMany({})
  const stop = new AbortController()
  const running = aSender(simulator, worker, callMs).run(stop.signal)
  await untilNobodyWaits()
  stop.abort()
  await running
}

export async function untilNobodyWaits() {
  while (await db.delivery.count({ where: { state: { in: ['waiting', 'sending'] } } })) {
    await new Promise((later) => setTimeout(later, 20))
  }
}

/** What the simulator holds of somebody: the main duty, once for each file. */
export async function dutiesHeld(simulator: Simulator, who: Somebody): Promise<string[]> {
  const files = (await recordsOf(simulator)).filter(({ key }) => key.endsWith(who.person.citizenId))
  return files.map(({ body }) => dutyOf(body))
}

export const dutyOf = (body: unknown) =>
  (body as { LUONG_PHUCAP_CHUCVU: { CongViecChinhDuocGiao: string } }).LUONG_PHUCAP_CHUCVU.CongViecChinhDuocGiao

export async function requestsTo(simulator: Simulator) {
  const answer = await fetch(`${simulator.url}/__sim/requests`)
  return (await answer.json()) as { key: string; action: string; body: unknown }[]
}
