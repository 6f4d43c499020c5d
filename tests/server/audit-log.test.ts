import { expect, test } from 'vitest'
import { AUDIT_LIST } from '@/lib/domain/lists/audit-list-spec'
import type { AuditAction } from '@/lib/server/audit'
import { writeAudit } from '@/lib/server/audit'
import { auditLog } from '@/lib/server/audit-log'
import { ACTION_LABELS, sentenceOf } from '@/lib/server/audit-words'
import { db } from '@/lib/server/db'
import { ask } from '../support/ask'
import { anActor, aPerson, aSmallProvince, NOW } from './small-province'

const province = await aSmallProvince()
const auditor = await anActor('auditor', province.dt)

await db.$transaction(async (tx) => {
  const subject = { type: 'record', id: 'r', name: 'Đặng Quốc Hưng' } as const
  const by = (personName: string) => ({ personName })
  // The last minute of one day in Vietnam, the first of the next.
  await writeAudit(tx, by('Võ Thị Kim Ngân'), { action: 'record.viewed', subject }, new Date('2026-03-01T16:59:00Z'))
  await writeAudit(tx, by('Võ Thị Kim Ngân'), { action: 'record.checked', subject }, new Date('2026-03-01T17:00:00Z'))
  await writeAudit(tx, by('Lê Văn Tám'), { action: 'signIn.accepted' }, new Date('2026-03-02T01:00:00Z'))
})

const said = async (filter: Record<string, string>) =>
  (await auditLog(auditor, ask(AUDIT_LIST, `${new URLSearchParams(filter)}`), NOW)).rows.map(({ sentence }) => sentence)

test('the log is read by day of Vietnam, action, doer and subject', async () => {
  const march1 = { from: '01/03/2026', until: '1/3/2026' }
  const march2 = { from: '2026-03-02', until: '2026-03-02' }
  expect(await said(march1)).toEqual(['mở hồ sơ của Đặng Quốc Hưng'])
  expect(await said(march2)).toEqual(['đăng nhập', 'kiểm đạt hồ sơ của Đặng Quốc Hưng, bản '])
  expect(await said({ ...march2, action: 'signIn.accepted' })).toEqual(['đăng nhập'])
  expect(await said({ ...march2, doer: 'kim ngân' })).toHaveLength(1)
  expect(await said({ ...march2, doer: 'vo thi kim' })).toHaveLength(1)
  expect(await said({ subject: 'quốc hưng' })).toHaveLength(2)
  expect(await said({ subject: 'quoc hung', sort: 'at' })).toEqual(
    [...(await said({ subject: 'Quốc Hưng' }))].reverse(),
  )
  expect(await said({ doer: '%' })).toEqual([])
})

test('a person is found by digits of the citizen id: the record, the account, the person', async () => {
  const { personId, recordId } = await aPerson(province.school, { fullName: 'Kim Sa Rươne', citizenId: '087199123456' })
  await db.$transaction(async (tx) => {
    const viewed = { action: 'record.viewed', subject: { type: 'record', id: recordId, name: 'Kim Sa Rươne' } } as const
    await writeAudit(tx, { personName: 'A' }, viewed, NOW)
  })
  expect(await said({ subject: '199 1234' })).toEqual(['mở hồ sơ của Kim Sa Rươne', 'thêm Kim Sa Rươne vào đơn vị'])
  expect(await said({ of: recordId })).toEqual(['mở hồ sơ của Kim Sa Rươne'])
  expect(await said({ of: personId })).toEqual(['thêm Kim Sa Rươne vào đơn vị'])
})

test('reading the log is in the log', async () => {
  const before = await db.auditEvent.count({ where: { action: 'audit.read', actorId: auditor.userId } })
  await said({ action: 'record.viewed' })
  const traces = await db.auditEvent.findMany({ where: { action: 'audit.read' }, orderBy: { id: 'desc' } })
  expect(traces).toHaveLength(before + 1)
  expect(traces[0]?.detail).toEqual({ action: 'record.viewed' })
})

test('nobody but an auditor reads it, not even the province’s administrator', async () => {
  for (const role of ['provinceAdmin', 'unitHead', 'person'] as const) {
    const other = await anActor(role, province.dt)
    await expect(auditLog(other, ask(AUDIT_LIST), NOW)).rejects.toMatchObject({ code: 'notFound' })
  }
})

test('every action has a sentence that says something', () => {
  for (const action of Object.keys(ACTION_LABELS) as AuditAction[]) {
    expect(sentenceOf(action, { subjectName: 'A', subjectId: null, detail: {} })).toMatch(/^[\p{Ll}]/u)
  }
  const granted = {
    subjectName: 'Lê Văn Tám',
    subjectId: null,
    detail: { role: 'unitHead', unit: 'Sở Y tế', reason: 'QĐ 9' },
  }
  expect(sentenceOf('role.granted', granted)).toBe('giao vai trò “Thủ trưởng” tại Sở Y tế cho Lê Văn Tám: QĐ 9')
})
