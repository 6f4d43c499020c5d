import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/lib/server/db'
import { NationalGateway } from '@/lib/server/national/gateway'
import { Sender } from '@/lib/server/pushes/sender'
import { type Simulator, startNationalSimulator } from '@/lib/simulators/national-simulator'
import { post } from '@/tests/simulators/wire'
import { aProfile, aSecret } from '@/tests/support/national-profile'
import { approveChannel, dutiesHeld } from './a-worker'
import { aPerson, approved, aUnit, statesOf } from './an-outbox'

const PER_SECOND = 10
const MINUTE = 60_000

let simulator: Simulator
beforeAll(async () => {
  await approveChannel()
  simulator = await startNationalSimulator({ port: 0 })
})
afterAll(() => simulator.close())
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** The clock goes on in such steps, so many real milliseconds apart, until it is so late or there is nothing to do. */
async function letTimePass(step: number, until: () => Promise<boolean> | boolean) {
  while (!(await until())) {
    vi.setSystemTime(Date.now() + step)
    await new Promise((later) => setTimeout(later, 8))
  }
}

const waiting = () => db.delivery.count({ where: { state: { in: ['waiting', 'sending'] } } })

test('six hours of outage pass by themselves: everybody arrives, in order, within the rate', async () => {
  await db.channelState.deleteMany({})
  await post(`${simulator.url}/__sim/reset`, {})
  const units = [await aUnit(), await aUnit(), await aUnit()]
  const people = []
  for (let index = 0; index < 40; index++) people.push(await aPerson(units[index % units.length]!))
  const dates: number[] = []
  const gateway = new NationalGateway({
    profile: aProfile(simulator.url, { pace: { perSecond: PER_SECOND } }),
    secret: aSecret,
  })
  const push = gateway.push.bind(gateway)
  gateway.push = (file, action) => {
    dates.push(Date.now())
    return push(file, action)
  }
  await post(`${simulator.url}/__sim/faults`, { kind: 'down', times: 1_000_000 })
  for (const who of people) await approved(who, 'before')
  const end = Date.now() + 6 * 60 * MINUTE
  const stop = new AbortController()
  const sender = new Sender({
    gateway,
    worker: 'w',
    random: () => 0.5,
    idleMs: 4,
    log: (what, error) => console.error(what, error),
  })
  const running = sender.run(stop.signal)
  const half = Date.now() + 3 * 60 * MINUTE
  await letTimePass(40_000, () => Date.now() > half)
  for (const who of people.slice(0, 5)) await approved(who, 'meanwhile')
  await fetch(`${simulator.url}/__sim/faults`, { method: 'DELETE' })
  await post(`${simulator.url}/__sim/faults`, { kind: 'maintenance', times: 1_000_000 })
  await letTimePass(40_000, () => Date.now() > end)
  expect(
    await db.delivery.count({
      where: { state: { in: ['accepted', 'parked'] }, recordId: { in: people.map((one) => one.recordId) } },
    }),
  ).toBe(0)
  // Some five hundred probes at most: an outage is no reason to knock all the time.
  expect(dates.length).toBeLessThan(500)

  await fetch(`${simulator.url}/__sim/faults`, { method: 'DELETE' })
  dates.length = 0
  await letTimePass(50, async () => (await waiting()) === 0)
  stop.abort()
  await running
  for (const [index, who] of people.entries()) {
    const duty = index < 5 ? 'meanwhile' : 'before'
    expect(await dutiesHeld(simulator, who)).toEqual([duty])
    expect((await statesOf(who)).at(-1)).toBe('accepted')
  }
  const most = Math.max(...dates.map((from) => dates.filter((at) => at >= from && at < from + 2_000).length))
  // The clock of the test jumps, so that one second's messages may be seen in the next.
  expect(most).toBeLessThanOrEqual(3 * PER_SECOND)
}, 240_000)
