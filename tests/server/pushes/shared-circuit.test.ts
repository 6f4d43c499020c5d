import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import { Pace } from '@/lib/server/pushes/pace'
import { SharedCircuit } from '@/lib/server/pushes/shared-circuit'
import { type Simulator, startNationalSimulator } from '@/lib/simulators/national-simulator'
import { post } from '@/tests/simulators/wire'
import { profileForProcess } from '@/tests/support/national-profile'
import { approveChannel, dutiesHeld, requestsTo, untilNobodyWaits } from './a-worker'
import { aPerson, approved, aUnit } from './an-outbox'

let simulator: Simulator
const children: ChildProcess[] = []
beforeAll(async () => {
  await approveChannel()
  simulator = await startNationalSimulator({ port: 0 })
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await simulator.close()
})

const until = async (holds: () => Promise<boolean>) => {
  while (!(await holds())) await pause(50)
}

test('two workers rest together, one of them probes, and both go on', async () => {
  const unit = await aUnit()
  const people = await Promise.all(Array.from({ length: 30 }, () => aPerson(unit)))
  for (const who of people) await approved(who, `duty of ${who.person.citizenId}`)
  await post(`${simulator.url}/__sim/faults`, { kind: 'down', times: 100_000 })
  const args = ['--conditions=react-server', '--import', 'tsx', 'lib/server/worker.ts']
  const env = { ...process.env, ...profileForProcess(simulator.url) }
  for (let index = 0; index < 2; index++)
    children.push(spawn(process.execPath, args, { env, stdio: ['ignore', 'inherit', 'inherit'] }))

  await until(async () => (await db.channelState.count({ where: { openings: { gt: 0 } } })) > 0)
  // What was on its way may still fail.
  await pause(1_000)
  const before = (await requestsTo(simulator)).length
  const { openUntil } = await db.channelState.findFirstOrThrow()
  await pause(Math.max(0, openUntil!.getTime() - Date.now() - 500))
  expect((await requestsTo(simulator)).length).toBe(before)
  await until(async () => (await db.channelState.findFirstOrThrow()).openings > 1)
  expect((await requestsTo(simulator)).length).toBe(before + 1)

  await fetch(`${simulator.url}/__sim/faults`, { method: 'DELETE' })
  // As a trial of the connection that went well leaves it: nobody waits for the pause to end.
  await db.channelState.updateMany({ data: { openings: 0, failures: 0, openUntil: null } })
  await db.delivery.updateMany({ where: { state: 'waiting' }, data: { dueAt: new Date() } })
  await untilNobodyWaits()
  for (const child of children) {
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
  }
  for (const who of people) expect(await dutiesHeld(simulator, who)).toEqual([`duty of ${who.person.citizenId}`])
}, 120_000)

test('of workers that would probe at once one may, and another when it is dead', async () => {
  await db.channelState.deleteMany({})
  await db.channelState.create({
    data: { profileId: 'p', openings: 1, failures: 5, openUntil: new Date(Date.now() - 1), since: new Date() },
  })
  const all = ['one', 'two', 'three'].map((name) => new SharedCircuit('p', name))
  const first = await Promise.all(all.map((circuit) => circuit.free(4, 0)))
  expect(first.filter(({ most }) => most === 1)).toHaveLength(1)
  await db.channelState.updateMany({ data: { probeUntil: new Date(Date.now() - 1) } })
  const again = await Promise.all(all.map((circuit) => circuit.free(4, 0)))
  expect(again.filter(({ most }) => most === 1)).toHaveLength(1)
})

test('the rate is that of all workers together, and never nothing', () => {
  const pace = new Pace(10)
  pace.shareAmong(3)
  expect(pace.allows(0)).toBe(3)
  pace.shareAmong(50)
  expect(pace.allows(0)).toBe(1)
  expect(new Pace(null).allows(0)).toBe(Number.POSITIVE_INFINITY)
})
