import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { RecordData } from '@/lib/catalogue'
import { mappingVersion } from '@/lib/documents/mapping-version'
import { db } from '@/lib/server/db'
import { NationalGateway } from '@/lib/server/national/gateway'
import { Sender } from '@/lib/server/pushes/sender'
import { type Simulator, startNationalSimulator } from '@/lib/simulators/national-simulator'
import { recordsOf } from '@/tests/simulators/wire'
import { aProfile, aSecret } from '@/tests/support/national-profile'
import { approveChannel, requestsTo, untilNobodyWaits, workUntilQuiet } from './a-worker'
import { aPerson, approved, aUnit, type Somebody } from './an-outbox'

let simulator: Simulator
beforeAll(async () => {
  simulator = await startNationalSimulator({ port: 0 })
  await approveChannel()
})
afterEach(() => fetch(`${simulator.url}/__sim/reset`, { method: 'POST' }))
afterAll(() => simulator.close())

const outcomeOf = ({ recordId }: Somebody) =>
  db.delivery.findFirstOrThrow({ where: { recordId }, orderBy: { version: 'desc' }, include: { tries: true } })

/** Sent by a worker whose profile wants the wire so. */
async function workWith(wire: object) {
  const profile = aProfile(simulator.url, { wire })
  const gateway = new NationalGateway({ profile, secret: aSecret })
  const stop = new AbortController()
  const running = new Sender({ gateway, worker: 'wire-worker', random: () => 0, log: console.error }).run(stop.signal)
  await untilNobodyWaits()
  stop.abort()
  await running
}

describe('R107: what the ministry would refuse is held with the field, and never sent', () => {
  test.each<[string, (data: RecordData) => void, string]>([
    ['a code of no list', ({ identity }) => Object.assign(identity, { ethnicity: '777' }), 'E_CATALOG:ethnicity'],
    [
      'a text no form makes',
      ({ position }) => Object.assign(position, { main_duty: 'a'.repeat(10_000) }),
      'E_FORMAT:main_duty',
    ],
    ['no name', ({ identity }) => Object.assign(identity, { full_name: null }), 'E_REQUIRED:full_name'],
  ])('%s', async (_, change, expected) => {
    const who = await aPerson(await aUnit())
    await approved(who, 'Dạy học', change)
    await workUntilQuiet(simulator)
    const { state, reasonCode, errors, tries } = await outcomeOf(who)
    const [first] = errors as { code: string; fieldCode: string; message: string }[]
    expect({ state, reasonCode, tries: tries.length, at: `${first?.code}:${first?.fieldCode}` }).toEqual({
      ...{ state: 'held', reasonCode: 'preflightFailed', tries: 0, at: expected },
    })
    expect(await requestsTo(simulator)).toEqual([])
  })

  test('a person without a number of the form the ministry keeps people under', async () => {
    const who = await aPerson(await aUnit())
    const { id } = await approved(who)
    await db.delivery.update({ where: { id }, data: { personKey: '' } })
    await workUntilQuiet(simulator)
    expect(await outcomeOf(who)).toMatchObject({ state: 'held', reasonCode: 'personKeyMissing' })
    expect(await requestsTo(simulator)).toEqual([])
  })

  test('the next approved version, mended, goes out', async () => {
    const who = await aPerson(await aUnit())
    await approved(who, 'Dạy học', ({ identity }) => Object.assign(identity, { ethnicity: '777' }))
    await workUntilQuiet(simulator)
    await approved(who, 'Dạy học', ({ identity }) => Object.assign(identity, { ethnicity: '02' }))
    await workUntilQuiet(simulator)
    const states = await db.delivery.findMany({ where: { recordId: who.recordId }, orderBy: { version: 'asc' } })
    expect(states.map(({ state }) => state)).toEqual(['superseded', 'accepted'])
  })
})

describe('the profile says under what a person is kept and which code names a unit', () => {
  const numbered = ({ agency }: RecordData) => Object.assign(agency, { staff_number: 'DT.000123' })

  test.each([
    ['staffNumber', () => 'DT.000123'],
    ['unitAndStaffNumber', (code: string) => `${code}_DT.000123`],
  ] as const)('%s', async (personKey, keyOf) => {
    const unit = await aUnit()
    const who = await aPerson(unit)
    await approved(who, 'Dạy học', numbered)
    await workWith({ personKey })
    const wanted = keyOf(unit.agencyCode ?? '')
    expect(await outcomeOf(who)).toMatchObject({ state: 'accepted', personKey: wanted })
    expect(
      (await requestsTo(simulator)).map(({ body }) => (body as Record<string, unknown>).SoHieuCBCCVC_BNDP),
    ).toEqual([wanted])
    await approved(who, 'Quản lý', numbered)
    await workWith({ personKey })
    expect((await requestsTo(simulator)).map(({ action }) => action)).toEqual(['ADD', 'EDIT'])
  })

  test('without a staff number such a person waits for one', async () => {
    const who = await aPerson(await aUnit())
    await approved(who)
    await workWith({ personKey: 'staffNumber' })
    expect(await outcomeOf(who)).toMatchObject({ state: 'held', reasonCode: 'personKeyMissing' })
  })

  test('R112: the unit’s older code where the counterpart wants it; a unit without that code waits', async () => {
    const unit = await aUnit()
    await db.unit.update({ where: { id: unit.id }, data: { legacyCode: '000.07.21.H20' } })
    const [who, other] = [await aPerson(unit), await aPerson(await aUnit())]
    await approved(who)
    await approved(other)
    await workWith({ unitCode: 'legacyCode' })
    expect(
      (await recordsOf(simulator)).map(({ body }) => (body as unknown as Body).THONGTINCHUNG.MaDonviSuDung),
    ).toEqual(['000.07.21.H20'])
    expect(await outcomeOf(other)).toMatchObject({ state: 'held', reasonCode: 'unitWithoutWireCode' })
  })
})

type Body = { THONGTINCHUNG: { MaDonviSuDung: string } }

test('each attempt keeps the version of the mapping its message was made by', async () => {
  const who = await aPerson(await aUnit())
  await approved(who)
  await workUntilQuiet(simulator)
  expect((await outcomeOf(who)).tries.map(({ mapping }) => mapping)).toEqual([mappingVersion()])
})
