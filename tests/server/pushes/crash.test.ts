import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import { claimDeliveries } from '@/lib/server/pushes/claim'
import { deliver } from '@/lib/server/pushes/deliver'
import type { Simulator } from '@/lib/simulators/national-simulator'
import { startNationalSimulator } from '@/lib/simulators/national-simulator'
import { post } from '@/tests/simulators/wire'
import { profileForProcess } from '@/tests/support/national-profile'
import { aGateway, approveChannel, dutiesHeld, dutyOf, requestsTo, untilNobodyWaits, workUntilQuiet } from './a-worker'
import { aPerson, approved, aRevision, aUnit, statesOf } from './an-outbox'

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
beforeEach(async () => {
  await post(`${simulator.url}/__sim/reset`, {})
  await db.delivery.updateMany({ where: { state: { in: ['waiting', 'sending'] } }, data: { state: 'parked' } })
})

/** The worker as `npm start` runs it. */
function aWorkerProcess() {
  const args = ['--conditions=react-server', '--import', 'tsx', 'lib/server/worker.ts']
  const env = { ...process.env, ...profileForProcess(simulator.url) }
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'inherit', 'inherit'] })
  children.push(child)
  return child
}

const until = async (holds: () => Promise<boolean>) => {
  while (!(await holds())) await new Promise((later) => setTimeout(later, 50))
}

test('killed between sending and the answer, the next worker settles it: held once, at the approved version', async () => {
  const unit = await aUnit()
  const people = await Promise.all(Array.from({ length: 6 }, () => aPerson(unit)))
  for (const who of people) await approved(who, `duty of ${who.person.citizenId}`)
  await post(`${simulator.url}/__sim/faults`, { kind: 'slow', times: 6, delayMs: 60_000 })

  const first = aWorkerProcess()
  await until(async () => (await requestsTo(simulator)).length >= 3)
  first.kill('SIGKILL')
  await once(first, 'exit')
  await forgetFaults()
  await post(`${simulator.url}/__sim/faults`, { kind: 'lostAnswer', times: 1 })
  expect(await db.delivery.count({ where: { state: 'sending' } })).toBeGreaterThan(0)
  await db.workerBeat.updateMany({ data: { beatAt: new Date(Date.now() - 60_000) } })

  const second = aWorkerProcess()
  await untilNobodyWaits()
  second.kill('SIGTERM')
  expect(await once(second, 'exit')).toEqual([0, null])
  expect(await db.workerBeat.count({ where: { beatAt: { gt: new Date(Date.now() - 30_000) } } })).toBe(0)
  for (const who of people) {
    expect(await statesOf(who)).toEqual(['accepted'])
    expect(await dutiesHeld(simulator, who)).toEqual([`duty of ${who.person.citizenId}`])
  }
}, 120_000)

/** Troubles that pass by themselves; a refused login closes the channel for a quarter of an hour. */
const PASSING = ['down', 'slow', 'truncated', 'lostAnswer', 'bom', 'textCode', 'unknownFields', 'maintenance'] as const

type Step = { who: number } & (
  | { does: 'approve' | 'draft' | 'work' | 'dieBefore' | 'dieAfter' }
  | { does: 'fault'; kind: string }
)

const steps = fc.array(
  fc.oneof(
    fc.record({
      who: fc.nat(2),
      does: fc.constantFrom(
        'approve' as const,
        'approve' as const,
        'draft' as const,
        'work' as const,
        'dieBefore' as const,
        'dieAfter' as const,
      ),
    }),
    fc.record({
      who: fc.nat(2),
      does: fc.constant('fault' as const),
      kind: fc.constantFrom(...PASSING),
    }),
  ),
  { minLength: 4, maxLength: 12 },
)

test('whatever happens in whatever order, the ministry ends with the last approved version and never saw another', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (plan: Step[]) => {
      await post(`${simulator.url}/__sim/reset`, {})
      const unit = await aUnit()
      const people = await Promise.all([0, 1, 2].map(() => aPerson(unit)))
      const approvedDuties = new Map<number, string[]>()
      for (const [index, step] of plan.entries()) {
        const who = people[step.who]!
        const duty = `${who.person.citizenId} at ${index}`
        if (step.does === 'approve') {
          await approved(who, duty)
          approvedDuties.set(step.who, [...(approvedDuties.get(step.who) ?? []), duty])
        }
        if (step.does === 'draft') await aRevision(who, `draft ${duty}`)
        if (step.does === 'fault')
          await post(`${simulator.url}/__sim/faults`, { kind: step.kind, times: 1, delayMs: 600 })
        if (step.does === 'work') await workUntilQuiet(simulator, undefined, 2_000)
        if (step.does === 'dieBefore') await claimDeliveries(db, { worker: 'ghost' }, 1, new Date())
        if (step.does === 'dieAfter') await dieAfterSending()
      }
      await forgetFaults()
      await workUntilQuiet(simulator, undefined, 2_000)
      const known = new Set([...approvedDuties.values()].flat())
      for (const { body } of await requestsTo(simulator)) expect(known).toContain(dutyOf(body))
      for (const [index, who] of people.entries()) {
        expect(await dutiesHeld(simulator, who)).toEqual(approvedDuties.get(index)?.slice(-1) ?? [])
      }
    }),
    { numRuns: 12 },
  )
}, 120_000)

/** Sends, and dies before writing down what came of it. */
async function dieAfterSending() {
  const [claim] = await claimDeliveries(db, { worker: 'ghost' }, 1, new Date())
  // Another name than the claim's: its settlement finds nothing in its hand.
  if (claim) await deliver(claim, { gateway: aGateway(simulator, 2_000), worker: 'nobody', random: () => 0 })
}

const forgetFaults = () => fetch(`${simulator.url}/__sim/faults`, { method: 'DELETE' })
