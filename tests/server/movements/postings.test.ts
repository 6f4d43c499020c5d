import { expect, test } from 'vitest'
import { transact } from '@/lib/server/call'
import { db } from '@/lib/server/db'
import { RecordMovement } from '@/lib/server/movements/movement-input'
import { recordMovement } from '@/lib/server/movements/record-movement'
import { writeChanges } from '@/lib/server/organisation/write-changes'
import { createPerson } from '@/lib/server/people/create-person'
import { anActor, aPerson, as, FOUNDER, NOW, unit } from '../small-province'

const dt = await unit('dt', 'UBND tỉnh Đồng Tháp', 'UBND_TINH', null, 'H20')
const old = await unit('sgd', 'Sở Giáo dục và Đào tạo', 'CQCM_TINH', dt, 'H20.05')
const young = await unit('x-moi', 'UBND xã Mới', 'UBND_XA', dt, 'H20.61', '2025-07-01')
const officer = await anActor('recordsOfficer', dt)

const PERSON = {
  ...{ fullName: 'Lê Thị Ba', dateOfBirth: '1990', personCategory: 'CONG_CHUC', employmentStatus: 'DANG_LAM_VIEC' },
  managedByStandingCommittee: false,
}
const posting = (personId: string, unitId: string, from: string, until: string | null = null) => ({
  ...{ table: 'posting' as const, before: null },
  after: { id: crypto.randomUUID(), personId, unitId, from, until },
})

test('nobody is put into a unit before its first day, whether new or moved', async () => {
  const typed = { ...PERSON, citizenId: '087190000001', unitId: young.id }
  await expect(as(FOUNDER)(createPerson, { ...typed, from: '30/06/2025' })).rejects.toMatchObject({
    code: 'formInvalid',
    fields: { from: expect.stringContaining('có từ ngày 01/07/2025') },
  })
  const { personId } = await as(FOUNDER)(createPerson, { ...typed, from: '01/07/2025' })
  const elsewhere = await aPerson(old)
  const move = { basis: '1/QĐ', decidedOn: '2025-06-01', kind: 'transfer' as const }
  const input = (over: object) => RecordMovement.parse({ ...move, personId: elsewhere.personId, ...over })
  await expect(as(officer)(recordMovement, input({ day: '2025-06-15', toUnitId: young.id }))).rejects.toMatchObject({
    fields: { day: expect.stringContaining('có từ ngày 01/07/2025') },
  })
  await as(officer)(recordMovement, input({ day: '2025-07-01', toUnitId: young.id }))
  expect(
    await db.posting.count({ where: { unitId: young.id, personId: { in: [personId, elsewhere.personId] } } }),
  ).toBe(2)
})

test('two postings of one day are refused by the database itself, in words', async () => {
  const { personId } = await aPerson(old)
  const overlapping = [posting(personId, young.id, '2026-01-01')]
  await expect(transact((tx) => writeChanges(tx, overlapping, NOW))).rejects.toMatchObject({ code: 'postingsOverlap' })
  await expect(
    db.posting.create({ data: { personId, unitId: young.id, validFrom: new Date('2026-01-01') } }),
  ).rejects.toThrow()
  expect(await db.posting.count({ where: { personId } })).toBe(1)
})

test('one that ends the day before, or never took place, is no overlap', async () => {
  const { personId } = await aPerson(old)
  await transact(async (tx) => {
    await writeChanges(tx, [posting(personId, young.id, '2010-01-01', '2009-12-31')], NOW)
    await writeChanges(tx, [posting(personId, young.id, '2009-01-01', '2010-08-31')], NOW)
  })
  expect(await db.posting.count({ where: { personId } })).toBe(3)
})

test('two hands that move the same person at once: the second is told', async () => {
  const { personId } = await aPerson(old)
  await db.posting.updateMany({ where: { personId }, data: { validUntil: new Date('2025-12-31') } })
  const both = await Promise.allSettled(
    [young, old].map(({ id }) => transact((tx) => writeChanges(tx, [posting(personId, id, '2026-01-01')], NOW))),
  )
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'postingsOverlap' } })
})
