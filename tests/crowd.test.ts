import { expect, test } from 'vitest'
import { isAgencyCode, isCodeUnder } from '@/lib/domain/organisation/agency-code'
import { isUnitCode } from '@/lib/domain/unit-tree'
import { isUsername } from '@/lib/domain/username'
import { livedRecord } from '@/prisma/seed/crowd/live-record'
import { headsOfCrowd, planCrowd } from '@/prisma/seed/crowd/plan-crowd'
import { planUnits } from '@/prisma/seed/crowd/plan-units'

const BEGINS = '2026-09-01'
const SENT = '2026-10-12'
const RECORD = '01998a2e-0000-7000-8000-000000000000'
const nobody = () => ({ citizenIds: new Set<string>(), usernames: new Set<string>() })
const crowdOf = (people: number, seed: number) =>
  planCrowd({ people, seed }, BEGINS, nobody()).flatMap((unit) => unit.people().map((plan) => ({ plan, unit })))

test('50,000 people have a place in units from 2 to 4,000, each with a code under the one above', () => {
  const units = planUnits({ people: 50_000, seed: 7 })
  const sizes = units.map(({ size }) => size)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(50_000)
  expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([2, 4_000])
  expect(new Set(units.map(({ code }) => code)).size).toBe(units.length)
  expect(new Set(units.map(({ name }) => name)).size).toBe(units.length)
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  for (const { code, agencyCode, parent } of units) {
    expect(isUnitCode(code) && code.length <= 40, code).toBe(true)
    expect(isAgencyCode(agencyCode ?? ''), code).toBe(true)
    const above = byCode.get(parent ?? '')
    if (above) expect(isCodeUnder(agencyCode ?? '', above.agencyCode ?? ''), code).toBe(true)
  }
})

test.each([2, 3, 17, 2_000, 130_000])('a province of %i has so many people', (people) => {
  const placed = planUnits({ people, seed: 1 }).reduce((sum, { size }) => sum + size, 0)
  // One person alone is no unit.
  expect([people, people - 1]).toContain(placed)
})

test('no number and no account is given twice, nor one that was there', () => {
  const taken = nobody()
  const first = crowdOf(300, 3)[0]?.plan
  taken.citizenIds.add(first?.profile.citizenId ?? '')
  const people = planCrowd({ people: 3_000, seed: 3 }, BEGINS, taken).flatMap((unit) => unit.people())
  expect(new Set(people.map(({ profile }) => profile.citizenId)).size).toBe(3_000)
  expect(new Set(people.map(({ username }) => username)).size).toBe(3_000)
  expect(people.every(({ username }) => isUsername(username))).toBe(true)
  expect(people.map(({ profile }) => profile.citizenId)).not.toContain(first?.profile.citizenId)
})

test('the same seed gives the same people, another seed others', () => {
  const names = (seed: number) =>
    crowdOf(80, seed).map(({ plan }) => JSON.stringify([plan.username, plan.stage, plan.profile]))
  expect(names(7)).toEqual(names(7))
  const others = new Set(names(8))
  expect(names(7).filter((name) => others.has(name))).toEqual([])
})

test('every record is one the rules take, as far as its stage has come', () => {
  const lived = crowdOf(300, 7).map(({ plan, unit }) => ({
    stage: plan.stage,
    record: livedRecord(plan, { above: unit.above, recordId: RECORD, today: SENT, years: 2 }),
  }))
  for (const { stage, record } of lived) {
    const isSent = !['neverSignedIn', 'draftHalf'].includes(stage)
    expect(record.sent !== null, stage).toBe(isSent)
    if (isSent) expect(record.missing, stage).toBe(0)
    expect(record.earlier.map(({ version }) => version)).toEqual(isSent ? [1, 2] : [])
    if (isSent) expect(record.sent?.version).toBe(3)
  }
  expect(new Set(lived.map(({ stage }) => stage)).size).toBe(6)
})

test('the heads are known before anybody is there', () => {
  const crowd = { people: 400, seed: 5 }
  const heads = crowdOf(crowd.people, crowd.seed).filter(({ plan }) =>
    plan.roles.some(({ role }) => role === 'unitHead'),
  )
  expect(heads.map(({ plan }) => ({ account: plan.username, name: plan.profile.fullName }))).toEqual(
    headsOfCrowd(crowd),
  )
})
