import { expect, test } from 'vitest'
import { AUDIT_LIST } from '@/lib/domain/lists/audit-list-spec'
import { POLICY } from '@/lib/domain/policy'
import { ACCOUNT_OF_ACTOR, actorOf as actorFrom } from '@/lib/server/actor-of'
import { auditLog } from '@/lib/server/audit-log'
import { db } from '@/lib/server/db'
import { LIST_EXPORTS } from '@/lib/server/lists/exports'
import { overview } from '@/lib/server/overview/overview'
import { accountPage } from '@/lib/server/people/account-page'
import { WithdrawRole, withdrawRole } from '@/lib/server/people/roles'
import { exportForm } from '@/lib/server/records/export-form'
import { recordPage } from '@/lib/server/records/record-page'
import { CheckSubmission } from '@/lib/server/records/review'
import { SaveSection, saveSection } from '@/lib/server/records/save-section'
import { ask } from '../support/ask'
import { aUnit, call, NOW, someone } from '../support/builders'

const byDoer = (doer: string) => ask(AUDIT_LIST, `${new URLSearchParams({ doer })}`)

test('R72: no list of accounts can be taken away, and an account is seen only by who manages it', async () => {
  expect(Object.values(LIST_EXPORTS).map(({ permission }) => permission)).not.toContain('account.manage')
  const unit = await aUnit()
  const person = await someone(unit)
  const stranger = await someone(await aUnit(), 'unitAdmin')
  const officer = await someone(unit, 'recordsOfficer', 'unitHead')
  for (const { actor } of [stranger, officer]) {
    await expect(accountPage(actor, person.actor.personId ?? '')).rejects.toMatchObject({ code: 'notFound' })
  }
})

test('R73: the log is read by one doer, by the auditor alone', async () => {
  const unit = await aUnit()
  const [person, auditor] = [await someone(unit), await someone(unit, 'auditor')]
  const officer = await someone(unit, 'recordsOfficer')
  await exportForm(officer.actor, person.recordId, { of: 'draft', on: null, format: 'pdf' }, NOW)
  const { rows } = await auditLog(auditor.actor, byDoer(officer.fullName), NOW)
  expect(rows).toMatchObject([{ action: 'record.exported', actorName: officer.fullName }])
  await expect(auditLog(officer.actor, byDoer(''), NOW)).rejects.toMatchObject({ code: 'notFound' })
})

test('R74: the province’s leaders see figures, and no person', async () => {
  const unit = await aUnit()
  const [person, leader] = [await someone(unit), await someone(unit, 'provincialLeader')]
  const seen = await overview(leader.actor, null)
  expect(seen.linked).toBe(false)
  expect(JSON.stringify(seen)).not.toContain(person.fullName)
  await expect(recordPage(leader.actor, person.recordId)).rejects.toMatchObject({ code: 'notFound' })
  const permissions = Object.entries(POLICY).filter(([, reaches]) => 'provincialLeader' in reaches)
  expect(permissions.map(([name]) => name)).toEqual(['overview.read', 'quality.read', 'report.staff', 'report.use'])
})

test('R76: one’s own record is seen whole and taken away, without being asked why', async () => {
  const person = await someone(await aUnit())
  const { record } = await recordPage(person.actor, person.recordId)
  expect(JSON.stringify(record.draft)).not.toContain('••••')
  expect(
    (await exportForm(person.actor, person.recordId, { of: 'draft', on: null, format: 'pdf' }, NOW))?.bytes.length,
  ).toBeGreaterThan(1000)
  expect(await db.auditEvent.count({ where: { subjectId: person.recordId, action: 'record.exported' } })).toBe(0)
})

test('a role that is taken away in the middle of a form ends with it: what was typed is not written', async () => {
  const unit = await aUnit()
  const [person, officer] = [await someone(unit), await someone(unit, 'recordsOfficer')]
  const administrator = await someone(unit, 'unitAdmin')
  const userId = officer.actor.userId
  const now = async () => {
    const account = await db.user.findUniqueOrThrow({ where: { id: userId }, include: ACCOUNT_OF_ACTOR })
    return { ...actorFrom(account, userId, NOW), today: officer.actor.today }
  }
  expect((await recordPage(await now(), person.recordId)).mayEdit).toBe(true)
  const { id: grantId } = await db.roleGrant.findFirstOrThrow({ where: { userId, role: 'recordsOfficer' } })
  await withdrawRole(call(administrator.actor, WithdrawRole.parse({ userId, grantId, reason: 'Chuyển công tác' })))
  const write = {
    recordId: person.recordId,
    section: 'position' as const,
    version: 0,
    answers: { main_duty: 'Việc khác' },
  }
  await expect(saveSection(call(await now(), write))).rejects.toMatchObject({ code: 'notFound' })
  expect(await db.draftChange.count({ where: { recordId: person.recordId } })).toBe(0)
})

test('fields the form did not show are not written, whoever sends them', async () => {
  const unit = await aUnit()
  const [person, officer] = [await someone(unit), await someone(unit, 'recordsOfficer')]
  const save = (actor: typeof person.actor, section: 'identity' | 'agency', answers: Record<string, unknown>) =>
    saveSection(call(actor, { recordId: person.recordId, section, version: 0, answers }))
  // What the unit owns, sent by the person; what the person owns, sent by the unit.
  await expect(save(person.actor, 'agency', { staff_number: '999' })).rejects.toMatchObject({ code: 'notYours' })
  await expect(save(officer.actor, 'identity', { religion: '01' })).rejects.toMatchObject({ code: 'notYours' })
  await save(person.actor, 'identity', {
    approvedRevisionId: officer.recordId,
    hasUnsent: false,
    __proto__: { a: 1 },
  }).catch(() => {})
  const { draft, approvedRevisionId } = await db.record.findUniqueOrThrow({ where: { id: person.recordId } })
  expect(approvedRevisionId).toBeNull()
  expect(JSON.stringify(draft)).not.toContain(officer.recordId)
  // Beside the answers nothing gets through the door at all.
  const extra = {
    recordId: person.recordId,
    section: 'identity',
    version: 0,
    answers: {},
    editor: 'unit',
    now: '2020-01-01',
  }
  expect(Object.keys(SaveSection.parse(extra)).sort()).toEqual(['answers', 'recordId', 'section', 'version'])
  const check = { submissionId: person.recordId, state: 'approved', decidedById: officer.actor.userId }
  expect(Object.keys(CheckSubmission.parse(check))).toEqual(['submissionId'])
})
