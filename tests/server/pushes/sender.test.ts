import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import { beat } from '@/lib/server/pushes/heartbeat'
import type { Simulator } from '@/lib/simulators/national-simulator'
import { startNationalSimulator } from '@/lib/simulators/national-simulator'
import { post, recordsOf } from '@/tests/simulators/wire'
import { approveChannel, aSender, dutiesHeld, workUntilQuiet } from './a-worker'
import { aPerson, approved, aUnit, type Somebody, statesOf } from './an-outbox'

let simulator: Simulator
beforeAll(async () => {
  await approveChannel()
  simulator = await startNationalSimulator({ port: 0 })
})
afterAll(() => simulator.close())
beforeEach(async () => {
  await post(`${simulator.url}/__sim/reset`, {})
  await db.delivery.updateMany({ where: { state: { in: ['waiting', 'sending'] } }, data: { state: 'parked' } })
})

const fault = (asked: object) => post(`${simulator.url}/__sim/faults`, asked)
const untilQuiet = (worker?: string, timeoutMs?: number) => workUntilQuiet(simulator, worker, timeoutMs)
const heldOf = (who: Somebody) => dutiesHeld(simulator, who)

describe('a delivery', () => {
  test('R106, R113: is accepted, with its attempt, its transaction number and its trace', async () => {
    const who = await aPerson(await aUnit())
    const { id } = await approved(who)
    await untilQuiet()
    const delivery = await db.delivery.findUniqueOrThrow({ where: { id }, include: { tries: true } })
    expect(delivery).toMatchObject({
      state: 'accepted',
      attempts: 1,
      uncertain: false,
      claimedBy: null,
      transactionId: expect.stringMatching(/-/),
      payloadSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      tries: [{ action: 'ADD', outcome: 'accepted', httpStatus: 200 }],
    })
    expect(await heldOf(who)).toEqual(['Dạy học'])
    expect(await db.auditEvent.count({ where: { action: 'delivery.accepted', subjectId: String(id) } })).toBe(1)
  })

  test('says the units by their national codes', async () => {
    const who = await aPerson(await aUnit('H20.77'))
    await approved(who)
    await untilQuiet()
    expect(await recordsOf(simulator)).toMatchObject([
      { body: { THONGTINCHUNG: { MaDonviSuDung: 'H20.77', MaDonViQuanLy: 'H20.77' } } },
    ])
  })

  test('of a refused record carries field, number in the form and sentence', async () => {
    const who = await aPerson(await aUnit())
    await fault({ kind: 'reject', field: 'DanToc', times: 1 })
    const { id } = await approved(who)
    await untilQuiet()
    expect(await db.delivery.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'refused',
      errors: [{ code: 'E_CATALOG', field: 'DanToc', item: '6', fieldCode: 'ethnicity', section: 'identity' }],
    })
    expect(await recordsOf(simulator)).toEqual([])
  })

  test.each(['down', 'slow', 'html', 'truncated', 'lostAnswer'])('survives %s, and is held once', async (kind) => {
    const who = await aPerson(await aUnit())
    const { id } = await approved(who)
    await fault({ kind, times: 2, delayMs: 5_000 })
    await untilQuiet('impatient', kind === 'slow' ? 1_000 : undefined)
    expect(await statesOf(who)).toEqual(['accepted'])
    expect(await heldOf(who)).toEqual(['Dạy học'])
    const attempts = await db.deliveryAttempt.findMany({ where: { deliveryId: id }, orderBy: { id: 'asc' } })
    expect(attempts[0]).toMatchObject({ action: 'ADD', outcome: expect.stringMatching(/^unknown:/) })
    expect(attempts.at(-1)).toMatchObject({ outcome: 'accepted' })
  })

  test('that the ministry rejects stays refused until a newer version takes its place', async () => {
    const who = await aPerson(await aUnit())
    await approved(who, 'một')
    await fault({ kind: 'reject', times: 1, field: 'DanToc' })
    await untilQuiet()
    expect(await statesOf(who)).toEqual(['refused'])
    await approved(who, 'hai')
    await untilQuiet()
    expect([await statesOf(who), await heldOf(who)]).toEqual([['superseded', 'accepted'], ['hai']])
  })

  test('that finds a proxy page three times waits for a person', async () => {
    const who = await aPerson(await aUnit())
    await approved(who)
    await fault({ kind: 'html', times: 3 })
    await untilQuiet()
    expect(await db.delivery.findFirst({ where: { recordId: who.recordId } })).toMatchObject({
      state: 'parked',
      reasonCode: 'noAnswer',
      uncertain: true,
    })
  })
})

describe('several versions of one person', () => {
  test('only the newest is sent when none has left yet', async () => {
    const who = await aPerson(await aUnit())
    await approved(who, 'một')
    await approved(who, 'hai')
    await untilQuiet()
    expect([await statesOf(who), await heldOf(who)]).toEqual([['superseded', 'accepted'], ['hai']])
    const requests = (await (await fetch(`${simulator.url}/__sim/requests`)).json()) as unknown[]
    expect(requests).toHaveLength(1)
  })

  test('a doubtful older one is settled first, then the newer follows as EDIT', async () => {
    const who = await aPerson(await aUnit())
    const older = await approved(who, 'một')
    await db.delivery.update({ where: { id: older.id }, data: { uncertain: true } })
    await approved(who, 'hai')
    await untilQuiet()
    expect([await statesOf(who), await heldOf(who)]).toEqual([['accepted', 'accepted'], ['hai']])
    const requests = (await (await fetch(`${simulator.url}/__sim/requests`)).json()) as { action: string }[]
    expect(requests.map(({ action }) => action)).toEqual(['EDIT', 'ADD', 'EDIT'])
  })

  test('an excluded record is never sent', async () => {
    await approved(await aPerson(await aUnit(), 'NGUOI_LAM_VIEC_HOI'))
    await untilQuiet()
    expect(await (await fetch(`${simulator.url}/__sim/requests`)).json()).toEqual([])
  })
})

describe('several workers', () => {
  test('share many people without sending anyone twice', async () => {
    const unit = await aUnit()
    const people = await Promise.all(Array.from({ length: 12 }, () => aPerson(unit)))
    await Promise.all(people.map((who) => approved(who)))
    await Promise.all([beat(db, 'one'), beat(db, 'two')])
    await Promise.all([untilQuiet('one'), untilQuiet('two')])
    const requests = (await (await fetch(`${simulator.url}/__sim/requests`)).json()) as unknown[]
    expect(requests).toHaveLength(12)
    expect(await recordsOf(simulator)).toHaveLength(12)
  })

  test('what a worker lost while the database was away it takes up again itself', async () => {
    const who = await aPerson(await aUnit())
    const { id } = await approved(who)
    await beat(db, 'forgetful')
    const lost = { state: 'sending', claimedBy: 'forgetful', claimedAt: new Date() } as const
    await db.delivery.update({ where: { id }, data: lost })
    await untilQuiet('forgetful')
    expect([await statesOf(who), await heldOf(who)]).toEqual([['accepted'], ['Dạy học']])
  })

  test('what a living one has in hand is left alone; what a dead one had is settled by EDIT', async () => {
    const who = await aPerson(await aUnit())
    const { id } = await approved(who)
    await beat(db, 'alive')
    const mine = { state: 'sending', claimedBy: 'alive', claimedAt: new Date() } as const
    await db.delivery.update({ where: { id }, data: mine })
    const stop = new AbortController()
    const running = aSender(simulator, 'other').run(stop.signal)
    await new Promise((later) => setTimeout(later, 200))
    expect(await statesOf(who)).toEqual(['sending'])
    await db.workerBeat.update({ where: { name: 'alive' }, data: { beatAt: new Date(Date.now() - 20_000) } })
    stop.abort()
    await running
    await untilQuiet('other')
    expect([await statesOf(who), await heldOf(who)]).toEqual([['accepted'], ['Dạy học']])
    const attempts = await db.deliveryAttempt.findMany({ where: { deliveryId: id }, orderBy: { id: 'asc' } })
    expect(attempts.map(({ outcome }) => outcome)).toEqual(['unknown:crashed', 'absent', 'accepted'])
  })
})
