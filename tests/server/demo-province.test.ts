import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nationalFile } from '@/lib/documents/national-message'
import { canonical } from '@/lib/domain/canonical'
import { db } from '@/lib/server/db'
import { env, surroundings } from '@/lib/server/env'
import { isPassword } from '@/lib/server/passwords'
import { completed } from '@/lib/server/records/completed'
import { readAuthorityKeys } from '@/lib/simulators/authority/read-keys'
import { type Simulator, startNationalSimulator } from '@/lib/simulators/national-simulator'
import { DEMO_KEY_HOLDERS, makeDemoKeys } from '@/lib/start/demo-keys'
import { fillCrowd } from '@/prisma/seed/crowd/fill-crowd'
import { headsOfCrowd } from '@/prisma/seed/crowd/plan-crowd'
import { provinceHash } from '@/prisma/seed/crowd/province-hash'
import { completeDraft } from '@/prisma/seed/draft'
import { fillProvince } from '@/prisma/seed/fill-province'
import { OLD_DISTRICT_PEOPLE } from '@/prisma/seed/old-district'
import type { Roster } from '@/prisma/seed/roster'
import { DEMO_PASSWORD } from '@/prisma/seed/special-people'
import { isComplete, type Stage } from '@/prisma/seed/stages'
import type { Timeline } from '@/prisma/seed/timeline'
import { UNITS } from '@/prisma/seed/units'
import { profileForProcess } from '@/tests/support/national-profile'

const NOW = new Date('2026-11-27T10:30:00+07:00')
const folder = mkdtempSync(join(tmpdir(), 'demo-province-'))
const CROWD = { people: 60, seed: 7, years: 1 }
let roster: Roster
let timeline: Timeline
let simulator: Simulator

beforeAll(async () => {
  makeDemoKeys(folder, { crowd: headsOfCrowd(CROWD) })
  simulator = await startNationalSimulator({
    port: 0,
    authority: () => readAuthorityKeys(join(folder, 'demo-keys')),
  })
  env.TSA_URLS.push(`${simulator.url}/authority/tsa`)
  env.OCSP_URLS.push(`${simulator.url}/authority/ocsp`)
  env.CRL_URLS.push(`${simulator.url}/authority/0.crl`)
  const { NATIONAL_PROFILE, NATIONAL_PASSWORD } = profileForProcess(simulator.url)
  Object.assign(env, { DATA_FOLDER: folder, NATIONAL_PROFILE })
  Object.assign(surroundings, { NATIONAL_PASSWORD })
  ;({ roster, timeline } = await fillProvince({ now: NOW, dataFolder: folder, say: () => {} }))
}, 400_000)

afterAll(async () => {
  await simulator.close()
  rmSync(folder, { recursive: true })
})

const DEMO: Record<string, string[]> = {
  nhanvien: ['person'],
  hoso: ['person', 'recordsOfficer', 'unitAdmin'],
  thutruong: ['person', 'unitHead'],
  vanthu: ['person', 'sealKeeper'],
  sonoivu: ['person', 'provinceAdmin'],
  'giamdoc.snv': ['person', 'unitHead'],
  kiemtoan: ['auditor', 'person'],
  quantri2: ['person', 'provinceAdmin'],
  'chuyenvien.snv': ['homeAffairsOfficer', 'person'],
  taichinh: ['finance', 'person'],
  truongct: ['person', 'politicalSchool'],
  doanthe: ['partyBody', 'person'],
  lanhdao: ['person', 'provincialLeader'],
  ketnoi: ['integrationAdmin', 'person'],
}

test('the demo accounts come in with the password everybody is told, and hold their roles', async () => {
  const users = await db.user.findMany({ where: { username: { in: Object.keys(DEMO) } }, include: { grants: true } })
  expect(
    Object.fromEntries(users.map(({ username, grants }) => [username, grants.map(({ role }) => role).sort()])),
  ).toEqual(DEMO)
  for (const { passwordHash, mustChangePassword } of users) {
    expect(mustChangePassword).toBe(false)
    expect(await isPassword(DEMO_PASSWORD, passwordHash)).toBe(true)
  }
  for (const { username, exemptUntil, secondFactorSince } of users) {
    expect(exemptUntil!.getTime()).toBeGreaterThan(NOW.getTime())
    expect(secondFactorSince !== null).toBe(username === 'quantri2')
  }
  expect(await db.auditEvent.count({ where: { action: 'account.exempted' } })).toBe(users.length)
  const others = await db.user.findFirstOrThrow({ where: { username: 'hoso.snv' } })
  expect(await isPassword(DEMO_PASSWORD, others.passwordHash)).toBe(false)
})

test('records stand where the plan wants them', async () => {
  const inStage = (stage: Stage) =>
    roster.members.filter(({ plan }) => plan.stage === stage).map(({ recordId }) => recordId)
  const newest = async (stage: Stage) => {
    const submissions = await db.submission.findMany({
      where: { recordId: { in: inStage(stage) } },
      orderBy: { submittedAt: 'desc' },
      distinct: ['recordId'],
    })
    return [...new Set(submissions.map(({ state }) => state))]
  }
  for (const stage of ['submitted', 'returned', 'checked'] as const) expect(await newest(stage)).toEqual([stage])
  for (const stage of ['approvedFirst', 'approvedSecond', 'refused', 'changed'] as const) {
    expect(await newest(stage)).toEqual(['approved'])
  }
  expect(await newest('resubmitted')).toEqual(['submitted'])
  for (const stage of ['neverSignedIn', 'draftHalf', 'draftFull'] as const) expect(await newest(stage)).toEqual([])
  expect(await db.user.count({ where: { firstSignInAt: null } })).toBe(inStage('neverSignedIn').length)
  const changed = await db.record.findMany({ where: { id: { in: inStage('changed') } } })
  expect(changed.every(({ hasUnsent }) => hasUnsent)).toBe(true)
})

test('what was written step by step is what the generator says', async () => {
  const records = await db.record.findMany()
  for (const { plan, recordId } of roster.members) {
    if (!isComplete(plan.stage) || plan.stage === 'changed' || plan.stage === 'resubmitted') continue
    const record = records.find(({ id }) => id === recordId)!
    expect(record.missing, plan.profile.key).toBe(0)
    expect(canonical(completed(record.draft)), plan.profile.key).toBe(canonical(completeDraft(plan.profile)))
  }
})

test('every record, account, role and unit left its trace, none of it later than now', async () => {
  const count = (action: string) =>
    db.auditEvent.groupBy({ by: ['subjectId'], where: { action } }).then((rows) => rows.length)
  expect(await count('person.created')).toBe(300 + OLD_DISTRICT_PEOPLE)
  expect(await count('account.issued')).toBe(300)
  expect(await count('unit.created')).toBe(await db.unit.count())
  expect(await count('record.edited')).toBe(300)
  expect(await db.auditEvent.count({ where: { at: { gt: NOW } } })).toBe(0)
  expect(await db.revision.count()).toBe(await db.auditEvent.count({ where: { action: 'record.submitted' } }))
})

test('two months are closed by every head, with those left out and why; the month of today is open', async () => {
  const batches = await db.approvalBatch.findMany({ include: { unit: true } })
  // Those of the chi cục are for the head of its department (Điều 11 khoản 1).
  const signers = UNITS.filter(({ typeCode }) => typeCode !== 'CHI_CUC').length
  const monthly = batches.filter(({ kind }) => kind === 'monthly')
  expect(batches.every(({ state, signedPdf }) => state === 'approved' && signedPdf !== null)).toBe(true)
  for (const period of ['2026-09', '2026-10']) {
    const inMonth = monthly.filter((batch) => batch.period === period)
    expect(new Set(inMonth.map(({ unitId }) => unitId)).size).toBe(signers)
    for (const { closedAt } of inMonth) expect(closedAt!.toISOString().slice(0, 10) >= `${period}-26`).toBe(true)
  }
  expect(monthly).toHaveLength(2 * signers)
  const reasons = batches.flatMap(({ excluded }) => (excluded as { code: string }[]).map(({ code }) => code))
  expect(reasons).toEqual(
    expect.arrayContaining(['ownRecord', 'neverSignedIn', 'incomplete', 'notSubmitted', 'returned']),
  )
})

test('the head of the demo unit finds enough to sign, and enough that is not ready', async () => {
  const states = await db.submission.groupBy({
    by: ['state'],
    where: { record: { person: { unit: { code: 'thpt-binh-hang' } } } },
    _count: true,
  })
  const count = (state: string) => states.find((one) => one.state === state)?._count ?? 0
  expect(count('checked')).toBeGreaterThanOrEqual(4)
  expect(count('submitted')).toBeGreaterThanOrEqual(2)
  const linh = await db.record.findFirstOrThrow({ where: { person: { user: { username: 'nhanvien' } } } })
  expect(linh).toMatchObject({ hasUnsent: false, missing: 0, revisionCount: 1 })
  expect(linh.approvedRevisionId).not.toBeNull()
})

test('what was approved has been sent: taken, refused by the ministry, held or not to be sent', async () => {
  const states = await db.delivery.groupBy({ by: ['state'], _count: true })
  const count = (state: string) => states.find((one) => one.state === state)?._count ?? 0
  expect(count('accepted')).toBeGreaterThanOrEqual(100)
  expect(count('refused')).toBe(roster.members.filter(({ plan }) => plan.stage === 'refused').length)
  expect(count('held')).toBeGreaterThanOrEqual(1)
  expect(count('excluded')).toBeGreaterThanOrEqual(10)
  expect(count('waiting') + count('sending') + count('parked')).toBe(0)
  const held = (await (await fetch(`${simulator.url}/__sim/records`)).json()) as unknown[]
  expect(held).toHaveLength(count('accepted'))
})

test('the ministry holds what was approved, field by field; nothing else ever reached it', async () => {
  const units = await db.unit.findMany()
  // A record names its unit by the national code where there is one, else by ours.
  const codes = new Map(
    units.flatMap(({ code, agencyCode }) => [code, agencyCode ?? code].map((key) => [key, agencyCode])),
  )
  const approved = await db.revision.findMany({
    where: { submission: { state: 'approved' } },
    include: { record: { include: { person: true } }, delivery: true },
    orderBy: { version: 'asc' },
  })
  const sent = approved.map((revision) => {
    const { citizenId } = revision.record.person
    const sending = { personKey: citizenId, agencyCodeOf: (code: string) => codes.get(code) ?? null }
    const file = canonical(nationalFile(completed(revision.data), sending))
    return { citizenId, fullName: completed(revision.data).identity.full_name, file, state: revision.delivery?.state }
  })
  type Held = { key: string; body: { THONGTINCHUNG: { HoVaTen: string } } }
  const read = async (door: string) => (await (await fetch(`${simulator.url}/__sim/${door}`)).json()) as Held[]
  const held = new Map((await read('records')).map((one) => [one.key, one.body]))
  // Of somebody approved twice, the newer is what must be there.
  const accepted = [
    ...new Map(sent.filter(({ state }) => state === 'accepted').map((one) => [one.citizenId, one])).values(),
  ]
  expect(new Set(held.keys())).toEqual(new Set(accepted.map(({ citizenId }) => citizenId)))
  for (const { citizenId, fullName, file } of accepted.filter((_, index) => index % 5 === 0)) {
    expect(held.get(citizenId)?.THONGTINCHUNG.HoVaTen).toBe(fullName)
    expect(held.get(citizenId)).toEqual(JSON.parse(file))
  }
  const signed = new Set(sent.map(({ file }) => file))
  for (const request of await read('requests')) expect(signed.has(canonical(request.body)), request.key).toBe(true)
})

test('the open month has life: some have confirmed it, some ask their unit to correct its part, some were answered', async () => {
  const confirmed = await db.recordConfirmation.findMany({ where: { period: '2026-11' } })
  expect(confirmed.length).toBeGreaterThanOrEqual(40)
  const requests = await db.correctionRequest.findMany({
    include: { record: { select: { person: { select: { unit: { select: { code: true } } } } } } },
  })
  const inState = (state: string) => requests.filter((request) => request.state === state)
  expect(inState('open').length).toBeGreaterThanOrEqual(5)
  expect(inState('refused').length).toBeGreaterThanOrEqual(2)
  expect(inState('refused').every(({ answer }) => answer !== null && answer !== '')).toBe(true)
  expect(inState('open').map(({ record }) => record.person.unit.code)).toContain('thpt-binh-hang')
  // Those who try the portal find their own month open.
  const demo = roster.members.filter(({ plan }) => plan.isDemo).map(({ recordId }) => recordId)
  for (const { recordId } of [...confirmed, ...requests]) expect(demo).not.toContain(recordId)
})

test('every head has a key of their name', () => {
  const heads = roster.members.filter(({ plan }) => plan.roles.some(({ role }) => role === 'unitHead'))
  const holders: Record<string, string> = Object.fromEntries(
    DEMO_KEY_HOLDERS.map(({ account, name }) => [account, name]),
  )
  for (const { plan } of heads) expect(holders[plan.username], plan.username).toBe(plan.profile.fullName)
})

// Last in this file: it adds to the province.
test('a crowd around it: accounts nobody can open yet, records of every stage, months closed by true signatures', async () => {
  const before = { people: await db.person.count(), hash: await provinceHash() }
  await fillCrowd({ roster, timeline, crowd: CROWD, dataFolder: folder, analyse: async () => {}, say: () => {} })
  expect(await db.person.count()).toBe(before.people + CROWD.people)
  expect(await provinceHash()).not.toBe(before.hash)

  const crowd = roster.members.filter(({ plan }) => plan.roles.length > 0 && plan.profile.serial >= 1_000)
  expect(crowd.length).toBeGreaterThan(10)
  const accounts = await db.user.findMany({
    where: { person: { unit: { code: { in: crowd.map(({ plan }) => plan.profile.unit.code) } } } },
    include: { grants: true },
  })
  expect(accounts).toHaveLength(CROWD.people)
  for (const { passwordHash, grants } of accounts) {
    expect(passwordHash).toBe('-')
    expect(grants.map(({ role }) => role)).toContain('person')
  }

  const codes = new Set(crowd.map(({ plan }) => plan.profile.unit.code))
  const batches = await db.approvalBatch.findMany({ include: { unit: true } })
  const signed = batches.filter(({ unit }) => codes.has(unit.code))
  expect(signed.length).toBeGreaterThan(3)
  for (const { state, signedPdf, verdict } of signed) {
    expect(state).toBe('approved')
    expect(signedPdf).not.toBeNull()
    expect(verdict).toMatchObject({ valid: true })
  }
  const approved = await db.record.findMany({
    where: { approvedRevisionId: { not: null }, person: { unit: { code: { in: [...codes] } } } },
    include: { cv: true },
  })
  expect(approved.length).toBeGreaterThan(CROWD.people / 2)
  expect(approved.every(({ cv, revisionCount }) => cv !== null && revisionCount === 2)).toBe(true)
})
