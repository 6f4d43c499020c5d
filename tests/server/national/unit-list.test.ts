import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import { env, surroundings } from '@/lib/server/env'
import { compareEachDay, lastComparison } from '@/lib/server/organisation/compare-each-day'
import { type Simulator, startNationalSimulator } from '@/lib/simulators/national-simulator'
import { post } from '@/tests/simulators/wire'
import { aUnit } from '@/tests/support/builders'
import { profileForProcess } from '@/tests/support/national-profile'

let simulator: Simulator
const tell = (over: object) =>
  Object.assign(env, { NATIONAL_PROFILE: profileForProcess(simulator.url, over).NATIONAL_PROFILE })
beforeAll(async () => {
  simulator = await startNationalSimulator({ port: 0 })
  surroundings.NATIONAL_PASSWORD = profileForProcess(simulator.url).NATIONAL_PASSWORD
})
afterAll(() => simulator.close())

const day = (number: number, hour = '01') => new Date(`2026-12-0${number}T${hour}:00:00+07:00`)
const listed = (version: string, units: object[]) =>
  fetch(`${simulator.url}/__sim/units`, { method: 'PUT', body: JSON.stringify({ version, units }) })

test('R113: once a day our tree is held against the list that the channel gives, and its version is kept', async () => {
  const [same, renamed, ours] = [await aUnit(), await aUnit(), await aUnit()]
  await listed('2026.11', [
    { TenDonVi: same.name, MaDinhDanh: same.agencyCode },
    { TenDonVi: 'Tên khác', MaDinhDanh: renamed.agencyCode },
    { TenDonVi: 'Chỉ có ở Bộ', MaDonVi: 'B-77' },
  ])
  tell({ unitListPath: '/apisyncmsg/syncmsg/units' })
  const hold = compareEachDay()
  await hold(day(1))
  const { last, failure, isGiven } = await lastComparison()
  expect([isGiven, failure, last?.version]).toEqual([true, null, '2026.11'])
  expect(last?.comparison).toMatchObject({
    same: 1,
    missingHere: [{ name: 'Chỉ có ở Bộ', nationalCode: 'B-77' }],
    differing: [{ local: { id: renamed.id }, what: ['name'] }],
  })
  expect(last?.comparison.missingThere.map(({ id }) => id)).toContain(ours.id)

  await listed('2026.12', [])
  await hold(day(1, '03'))
  expect((await lastComparison()).last?.version).toBe('2026.11')
  await hold(day(2))
  expect((await lastComparison()).last?.version).toBe('2026.12')
  expect(await db.unitComparison.count()).toBe(2)
})

test('a list that does not come is said, beside the last that came, and is asked for again', async () => {
  tell({ unitListPath: '/apisyncmsg/syncmsg/units' })
  await post(`${simulator.url}/__sim/faults`, { kind: 'html', at: 'report', times: 1 })
  const hold = compareEachDay()
  await hold(day(3))
  expect(await lastComparison()).toMatchObject({
    failure: expect.stringContaining('không đúng dạng'),
    last: { version: '2026.12' },
  })
  await hold(day(3, '02'))
  expect(await lastComparison()).toMatchObject({ failure: null, last: { at: day(3, '02') } })
})

test('where the channel gives none nothing is asked, and the page can say so', async () => {
  tell({})
  await compareEachDay()(day(4))
  expect(await lastComparison()).toMatchObject({ isGiven: false })
  expect(await db.unitComparison.count({ where: { day: new Date('2026-12-04') } })).toBe(0)
})
