import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { RecordData } from '@/lib/catalogue'
import type { Actor } from '@/lib/domain/policy'
import { db } from '@/lib/server/db'
import { env, surroundings } from '@/lib/server/env'
import { askUnit } from '@/lib/server/population/ask-unit'
import { checkNow } from '@/lib/server/population/check-now'
import { populationKeeper } from '@/lib/server/population/population-keeper'
import { PopulationLine } from '@/lib/server/population/population-line'
import { populationPage } from '@/lib/server/population/population-page'
import { populationStanding } from '@/lib/server/population/population-standing'
import { beat } from '@/lib/server/pushes/heartbeat'
import { judgeWaiting } from '@/lib/server/quality/judge-waiting'
import { type Simulator, startNationalSimulator } from '@/lib/simulators/national-simulator'
import { post } from '@/tests/simulators/wire'
import { anApproval } from '@/tests/support/an-approval'
import { aUnit, call, NOW, someone, TODAY } from '@/tests/support/builders'
import { aSecret } from '@/tests/support/national-profile'
import { aPopulationProfile, populationProfileFile } from '@/tests/support/population-profile'

const PURPOSE = 'keepRecord'
let simulator: Simulator
let unit: Awaited<ReturnType<typeof aUnit>>
let officer: Actor
let username: string

beforeAll(async () => {
  simulator = await startNationalSimulator({ port: 0, seed: '7' })
  surroundings.PASS = 'mo-phong'
})
afterAll(() => simulator.close())
beforeEach(async () => {
  unit = await aUnit()
  const { actor } = await someone(unit, 'recordsOfficer')
  officer = actor
  username = (await db.user.findUniqueOrThrow({ where: { id: actor.userId } })).username
  await db.populationRequest.deleteMany({})
  await fetch(`${simulator.url}/__sim/faults`, { method: 'DELETE' })
  tell({})
})

const tell = (over: object) =>
  Object.assign(env, {
    POPULATION_PROFILE: populationProfileFile(simulator.url, { officers: { [username]: 'CB-01' }, ...over }),
  })
const ask = (recordId: string, actor = officer) => checkNow(call(actor, { recordId, purpose: PURPOSE }))
const fault = (kind: string, times = 1) =>
  post(`${simulator.url}/__sim/faults`, { kind, times, at: 'population', delayMs: 3_000 })

/** Tells the simulator how it knows these people; who is not named is as asked for, or not, by the seed. */
async function knownAs(citizens: { number: string; name: string; born: string }[], quota: number | null = null) {
  await fetch(`${simulator.url}/__sim/population`, { method: 'PUT', body: JSON.stringify({ citizens, quota }) })
}

async function somebody(over: object = {}) {
  const { recordId } = await someone(unit)
  const { draft } = await db.record.findUniqueOrThrow({ where: { id: recordId } })
  const data = draft as RecordData
  Object.assign(data.identity, { full_name: 'Nguyễn Văn Ẵm', date_of_birth: '1985-03-12', ...over })
  await db.record.update({ where: { id: recordId }, data: { draft: data as object } })
  const number = data.identity.citizen_id!
  return { recordId, number, data, asKnown: { number, name: 'NGUYỄN VĂN ẴM', born: '19850312' } }
}

const keeper = (over: object = {}, worker = 'one', now = () => NOW) => {
  const profile = aPopulationProfile(simulator.url, over)
  return populationKeeper({ profile, line: new PopulationLine(profile, aSecret), worker, now })
}
const stop = new AbortController().signal

describe('R135: number, name and birth against the population database', () => {
  test('yes and no are kept with who asked, when and what for; nothing else is', async () => {
    const [known, other] = [await somebody(), await somebody()]
    await knownAs([known.asKnown, { ...other.asKnown, name: 'NGUYỄN VĂN ẲM' }])
    expect(await ask(known.recordId)).toEqual({ result: 'match', cause: null })
    expect(await ask(other.recordId)).toEqual({ result: 'noMatch', cause: null })
    expect(await db.populationCheck.findFirst({ where: { recordId: known.recordId } })).toMatchObject({
      ...{ result: 'match', officerCode: 'CB-01', purpose: PURPOSE, byUserId: officer.userId },
      inputSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(await db.auditEvent.count({ where: { action: 'population.checked', subjectId: known.recordId } })).toBe(1)
    const states = await db.valueState.findMany({ where: { recordId: known.recordId, kind: 'matched', holds: true } })
    expect(states.map(({ code }) => code).sort()).toEqual(['citizen_id', 'date_of_birth', 'full_name'])
    expect(await db.valueState.count({ where: { recordId: other.recordId } })).toBe(0)
    await expect(db.populationCheck.updateMany({ data: { result: 'match' } })).rejects.toThrow()
  })

  test('a name typed in another spelling of the same letters matches; only a year of birth is enough; an old number too', async () => {
    const one = await somebody({ full_name: 'Nguyễn Văn Ẵm'.normalize('NFD'), date_of_birth: '1985' })
    await knownAs([one.asKnown])
    expect(await ask(one.recordId)).toMatchObject({ result: 'match' })
    const old = await somebody({ citizen_id: '301234567' })
    await knownAs([{ ...old.asKnown, number: '301234567' }])
    expect(await ask(old.recordId)).toMatchObject({ result: 'match' })
  })

  test('a changed value is one that was never asked about', async () => {
    const one = await somebody()
    await knownAs([{ ...one.asKnown, born: '19860312' }])
    await ask(one.recordId)
    expect(await populationStanding(one.recordId, one.data)).toMatchObject({
      isCurrent: true,
      latest: { result: 'noMatch' },
    })
    Object.assign(one.data.identity, { date_of_birth: '1986-03-12' })
    expect(await populationStanding(one.recordId, one.data)).toMatchObject({ isCurrent: false })
  })

  test('“đúng” falls by what does not match, and rises when it does', async () => {
    const one = await somebody()
    const errors = async () => {
      while ((await judgeWaiting(TODAY)) > 0);
      return (await db.recordQuality.findUniqueOrThrow({ where: { recordId: one.recordId } })).errors
    }
    const before = await errors()
    await knownAs([{ ...one.asKnown, born: '19860312' }])
    await ask(one.recordId)
    expect(await errors()).toBe(before + 1)
    await knownAs([one.asKnown])
    await ask(one.recordId)
    expect(await errors()).toBe(before)
  })
})

describe('whatever the other side does', () => {
  test.each([
    ['down', 'noAnswer'],
    ['slow', 'noAnswer'],
    ['truncated', 'noAnswer'],
    ['failed', 'noAnswer'],
    ['maintenance', 'noAnswer'],
    ['html', 'garbled'],
    ['wrongCharset', 'garbled'],
    ['packed', 'garbled'],
    ['redirect', 'refused'],
    ['unauthorized', 'refused'],
    ['busy', 'quota'],
  ])('%s is an answer of its own: %s', async (kind, cause) => {
    const { recordId } = await somebody()
    await fault(kind)
    expect(await ask(recordId)).toEqual({ result: 'error', cause })
    expect(await db.populationCheck.count({ where: { recordId, result: 'error', cause } })).toBe(1)
  })

  test('a clock that is wrong, a secret that is wrong, a quota that is used up', async () => {
    const question = {
      requestNo: randomUUID(),
      officerCode: 'CB',
      identity: { citizenId: '087085001234', fullName: 'A', birth: '1985' },
    }
    const profile = aPopulationProfile(simulator.url)
    const answers = (line: PopulationLine) => line.ask(question)
    expect(await answers(new PopulationLine(profile, aSecret, () => Date.now() - 6 * 60_000))).toMatchObject({
      cause: 'refused',
    })
    expect(await answers(new PopulationLine(profile, () => 'other'))).toMatchObject({ cause: 'refused' })
    await knownAs([], 0)
    expect(await answers(new PopulationLine(profile, aSecret))).toMatchObject({ cause: 'quota' })
    await knownAs([])
    expect(await answers(new PopulationLine(profile, aSecret))).toMatchObject({ kind: 'answer' })
  })
})

describe('who may ask', () => {
  test('not without a profile, not for another purpose, not without an account there, not about other units', async () => {
    const { recordId } = await somebody()
    await expect(checkNow(call(officer, { recordId, purpose: 'curiosity' }))).rejects.toMatchObject({
      code: 'populationPurpose',
    })
    tell({ officers: {} })
    await expect(ask(recordId)).rejects.toMatchObject({ code: 'populationNoOfficer' })
    tell({ quotaPerDay: 1 })
    Object.assign(env, { POPULATION_PROFILE: undefined })
    await expect(ask(recordId)).rejects.toMatchObject({ code: 'populationNotConfigured' })
    expect(await populationStanding(recordId, (await somebody()).data)).toMatchObject({
      isConfigured: false,
      latest: null,
    })
    const stranger = (await someone(await aUnit(), 'recordsOfficer')).actor
    await expect(ask(recordId, stranger)).rejects.toMatchObject({ code: 'notFound' })
    const head = (await someone(unit, 'unitHead')).actor
    await expect(askUnit(call(head, { unitId: unit.id, purpose: PURPOSE, again: false }))).rejects.toMatchObject({
      code: 'notFound',
    })
    await expect(populationPage(head, { standing: 'match', page: 1, now: NOW })).rejects.toMatchObject({
      code: 'notFound',
    })
  })

  test('nor beyond the quota of the day, nor about a record without the three values', async () => {
    const { recordId } = await somebody()
    const { recordId: nameless } = await somebody({ date_of_birth: null })
    await expect(ask(nameless)).rejects.toMatchObject({ code: 'populationIncomplete' })
    await knownAs([])
    await ask(recordId)
    tell({ quotaPerDay: 1 })
    await expect(ask(recordId)).rejects.toMatchObject({ code: 'populationQuota' })
  })
})

describe('a whole unit', () => {
  const DAY = 86_400_000
  /** Days of their own, since a quota is the day's and not the test's. */
  let day = NOW.getTime() + 10 * DAY
  beforeEach(() => {
    day += 10 * DAY
  })
  const asked = () =>
    askUnit({ ...call(officer, { unitId: unit.id, purpose: PURPOSE, again: false }), now: new Date(day) })

  test('waits its turn over days, within the quota that two workers keep together', async () => {
    await knownAs([])
    for (let index = 0; index < 5; index++) await somebody()
    const people = await asked()
    expect(people).toBeGreaterThanOrEqual(5)
    await expect(asked()).rejects.toMatchObject({ code: 'nobodyToAskAbout' })
    const workers = (at: number) => ['one', 'two'].map((name) => keeper({ quotaPerDay: 3 }, name, () => new Date(at)))
    await Promise.all(['one', 'two'].map((name) => beat(db, name)))
    await Promise.all(workers(day).map((work) => work(stop)))
    expect(await db.populationRequest.count()).toBe(people - 3)
    await Promise.all(workers(day).map((work) => work(stop)))
    expect(await db.populationRequest.count()).toBe(people - 3)
    await Promise.all(workers(day + DAY).map((work) => work(stop)))
    expect(await db.populationRequest.count()).toBe(Math.max(0, people - 6))
    const { counts, campaigns } = await populationPage(officer, { standing: 'match', page: 1, now: new Date(day) })
    expect((counts.match ?? 0) + (counts.noMatch ?? 0)).toBeGreaterThanOrEqual(5)
    expect(campaigns).toMatchObject([{ people, purpose: PURPOSE, byName: officer.personName }])
  })

  test('is left in peace while the other side does not answer, and goes on by itself', async () => {
    await knownAs([])
    await somebody()
    await asked()
    await fault('down', 1)
    await beat(db, 'one')
    await keeper({}, 'one', () => new Date(day))(stop)
    const waiting = await db.populationRequest.findMany({})
    expect(waiting.length).toBeGreaterThan(0)
    expect(waiting.every(({ dueAt, claimedBy }) => dueAt.getTime() > day && claimedBy === null)).toBe(true)
    await keeper({}, 'one', () => new Date(day + 5 * 60_000))(stop)
    expect(await db.populationRequest.count()).toBe(0)
    expect(await db.populationCheck.count({ where: { at: { gte: new Date(day) }, result: 'error' } })).toBe(0)
  })

  test('what was approved is asked about by itself where the installation says so, once', async () => {
    await knownAs([])
    const { recordId, fullName } = await someone(unit)
    await anApproval(unit, { recordId, fullName }, '0912345678', new Date(day - 60_000).toISOString())
    const over = { automatic: { officer: 'TU-DONG' } }
    await beat(db, 'one')
    await keeper(over, 'one', () => new Date(day))(stop)
    await keeper(over, 'one', () => new Date(day))(stop)
    expect(await db.populationCheck.findMany({ where: { recordId } })).toMatchObject([
      { officerCode: 'TU-DONG', byUserId: null, purpose: PURPOSE },
    ])
  })
})
