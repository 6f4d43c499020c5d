import { describe, expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import { exportForm } from '@/lib/server/records/export-form'
import { printedForm } from '@/lib/server/records/printed-form'
import { anApproval } from '../support/an-approval'
import { aUnit, NOW, someone } from '../support/builders'

const APPROVED = { of: 'approved', on: null } as const
const DRAFT = { of: 'draft', on: null } as const

const answered = (form: Awaited<ReturnType<typeof printedForm>>['form'], code: string) =>
  [...(form?.beside ?? []), ...(form?.blocks ?? []).flatMap((block) => (block.kind === 'line' ? [block.line] : []))]
    .flatMap(({ entries }) => entries)
    .find((entry) => entry.code === code)?.answer

describe('who may print', () => {
  test('one’s own, as PDF and as DOCX, without a trace in the log', async () => {
    const person = await someone(await aUnit())
    const pdf = await exportForm(person.actor, person.recordId, { ...DRAFT, format: 'pdf' }, NOW)
    const docx = await exportForm(person.actor, person.recordId, { ...DRAFT, format: 'docx' }, NOW)
    expect(Buffer.from(pdf!.bytes).toString('latin1', 0, 5)).toBe('%PDF-')
    expect(Buffer.from(docx!.bytes).toString('latin1', 0, 2)).toBe('PK')
    expect(pdf!.name).toMatch(/^so-yeu-ly-lich-nguyen-van-am-\d+-ban-nhap\.pdf$/)
    expect(await db.auditEvent.count({ where: { subjectId: person.recordId } })).toBe(0)
  })

  test('the officer another’s, and it is noted which one and how', async () => {
    const unit = await aUnit()
    const person = await someone(unit)
    const officer = await someone(unit, 'recordsOfficer')
    await exportForm(officer.actor, person.recordId, { ...DRAFT, format: 'docx' }, NOW)
    const events = await db.auditEvent.findMany({ where: { subjectId: person.recordId } })
    expect(events).toMatchObject([
      { action: 'record.exported', actorId: officer.actor.userId, detail: { format: 'docx', of: 'draft', on: null } },
    ])
  })

  test('nobody a stranger’s: it does not exist, and no export is noted', async () => {
    const person = await someone(await aUnit())
    const stranger = await someone(await aUnit(), 'recordsOfficer', 'unitHead')
    for (const format of ['pdf', 'docx'] as const) {
      await expect(exportForm(stranger.actor, person.recordId, { ...APPROVED, format }, NOW)).rejects.toMatchObject({
        code: 'notFound',
      })
    }
    expect(await db.auditEvent.count({ where: { subjectId: person.recordId, action: 'record.exported' } })).toBe(0)
  })
})

describe('the record as it was approved', () => {
  test('on a past day it reads as then; before the first signature there is nothing', async () => {
    const unit = await aUnit()
    const person = await someone(unit)
    await anApproval(unit, person, '0900000001', '2026-11-27T23:30:00+07:00')
    await anApproval(unit, person, '0900000002', '2026-12-29T08:00:00+07:00')
    const phoneOn = async (on: string | null) =>
      answered((await printedForm(person.actor, person.recordId, { of: 'approved', on }, NOW)).form, 'phone')
    expect(await phoneOn('2026-11-26')).toBeUndefined()
    expect(await phoneOn('2026-11-27')).toBe('0900000001')
    expect(await phoneOn('2026-12-28')).toBe('0900000001')
    expect(await phoneOn('2026-12-29')).toBe('0900000002')
    expect(await phoneOn(null)).toBe('0900000002')
  })

  test('carries the signature’s name, day and batch, and no mark; what was typed since is not in it', async () => {
    const unit = await aUnit()
    const person = await someone(unit)
    await anApproval(unit, person, '0900000001', '2026-11-27T09:00:00+07:00')
    const { form, version } = await printedForm(person.actor, person.recordId, APPROVED, NOW)
    expect(version).toBe(1)
    expect(form).toMatchObject({
      mark: null,
      declaration: 'Tôi cam đoan.',
      authority: {
        name: 'Lê Hoàng Nam',
        day: 'Đồng Tháp, ngày 27 tháng 11 năm 2026',
        note: 'Đã phê duyệt bằng chữ ký số, tháng 11/2026',
      },
    })
    expect(answered((await printedForm(person.actor, person.recordId, DRAFT, NOW)).form, 'phone')).toBe('0912345678')
  })

  test('what waits for its signature, or was cancelled, is not approved', async () => {
    const unit = await aUnit()
    const person = await someone(unit)
    await anApproval(unit, person, '0900000001', '2026-11-27T09:00:00+07:00', 'frozen')
    await anApproval(unit, person, '0900000002', '2026-11-27T10:00:00+07:00', 'cancelled')
    expect((await printedForm(person.actor, person.recordId, APPROVED, NOW)).form).toBeNull()
    expect(await exportForm(person.actor, person.recordId, { ...APPROVED, format: 'pdf' }, NOW)).toBeNull()
  })
})
