import { beforeAll, expect, test } from 'vitest'
import { canonical } from '@/lib/domain/canonical'
import { db } from '@/lib/server/db'
import { isPassword } from '@/lib/server/passwords'
import { completed } from '@/lib/server/records/load'
import { completeDraft } from '@/prisma/seed/draft'
import { fillProvince } from '@/prisma/seed/fill-province'
import type { Roster } from '@/prisma/seed/roster'
import { DEMO_PASSWORD } from '@/prisma/seed/special-people'
import { isComplete, type Stage } from '@/prisma/seed/stages'

const NOW = new Date('2026-11-27T10:30:00+07:00')
let roster: Roster

beforeAll(async () => {
  roster = await fillProvince({ now: NOW, say: () => {} })
}, 240_000)

const DEMO: Record<string, string[]> = {
  nhanvien: ['person'],
  hoso: ['person', 'recordsOfficer', 'unitAdmin'],
  thutruong: ['person', 'unitHead'],
  vanthu: ['person', 'sealKeeper'],
  sonoivu: ['person', 'provinceAdmin'],
  'giamdoc.snv': ['person', 'unitHead'],
  kiemtoan: ['auditor', 'person'],
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
  expect(await count('person.created')).toBe(300)
  expect(await count('account.issued')).toBe(300)
  expect(await count('unit.created')).toBe(await db.unit.count())
  expect(await count('record.edited')).toBe(300)
  expect(await db.auditEvent.count({ where: { at: { gt: NOW } } })).toBe(0)
  expect(await db.revision.count()).toBe(await db.auditEvent.count({ where: { action: 'record.submitted' } }))
})
