import '../../support/own-data-folder'
import { beforeAll, expect, test, vi } from 'vitest'
import { batchPreview } from '@/lib/server/approvals/batch-preview'
import { overdueWithin, unclosedOwnUnits } from '@/lib/server/approvals/unclosed-units'
import { db } from '@/lib/server/db'
import type { Unit } from '@/prisma/generated/client'
import { actorOf, aPerson, aSubmission, aUnit, someone } from '../../support/builders'
import { aCompleteDraft } from '../../support/complete-draft'
import { aUnitWithHead, openAdHoc, openMonth, signBatch, trust } from '../../support/signing'

vi.setConfig({ testTimeout: 60_000 })
beforeAll(() => trust())

async function checked(unit: Unit) {
  const { person, record } = await aPerson(unit)
  await db.person.update({ where: { id: person.id }, data: { createdAt: new Date('2026-09-01') } })
  await aSubmission(record.id, 'checked', aCompleteDraft({ ...person, unit }))
}
const names = (units: { name: string }[]) => units.map(({ name }) => name)

test('R61: a unit is reminded in the last five days and overdue from the first day of the next month, until it has closed', async () => {
  const { unit, key, actor } = await aUnitWithHead()
  await checked(unit)
  const officer = await someone(unit, 'recordsOfficer')
  const province = await actorOf(await aPerson(unit), unit, 'homeAffairsOfficer')
  const on = (today: string) => overdueWithin({ ...province, today }, '2026-11', null)

  for (const [today, reminded] of [
    ['2026-11-25', []],
    ['2026-11-26', [unit.name]],
    ['2026-11-30', [unit.name]],
  ] as const) {
    expect(names(await unclosedOwnUnits({ ...actor, today }, 'unitHead'))).toEqual(reminded)
    expect(names(await unclosedOwnUnits({ ...officer.actor, today }, 'recordsOfficer'))).toEqual(reminded)
  }
  expect(names(await on('2026-12-01'))).toContain(unit.name)
  // A batch of its own does not close the month.
  const urgent = await openAdHoc(actor, unit)
  await signBatch(actor, urgent.batchId, key)
  expect(names(await on('2026-12-01'))).toContain(unit.name)
  await checked(unit)
  const { batchId } = await openMonth(actor, unit)
  await signBatch(actor, batchId, key)
  expect(names(await on('2026-12-01'))).not.toContain(unit.name)
  expect(await unclosedOwnUnits(actor, 'unitHead')).toEqual([])
})

test('a reader sees the units within reach; people entered after the month make no unit overdue', async () => {
  const [{ unit }, { unit: other, actor }] = [await aUnitWithHead(), await aUnitWithHead()]
  await checked(unit)
  const seen = await overdueWithin({ ...actor, today: '2026-12-01' }, '2026-11', null)
  expect(names(seen)).not.toContain(unit.name)
  const fresh = await aUnit()
  const province = await actorOf(await aPerson(other), other, 'homeAffairsOfficer')
  const { person } = await aPerson(fresh)
  await db.person.update({ where: { id: person.id }, data: { createdAt: new Date('2026-12-03') } })
  expect(names(await overdueWithin({ ...province, today: '2026-12-05' }, '2026-11', null))).not.toContain(fresh.name)
})

test('each change in a batch carries its clock of three working days', async () => {
  const { unit, actor } = await aUnitWithHead()
  await checked(unit)
  const { changed } = await batchPreview(actor, unit.id)
  expect(changed).toMatchObject([{ clock: { due: '2026-12-02', late: false, clause: 'NĐ 27/2026/NĐ-CP' } }])
})
