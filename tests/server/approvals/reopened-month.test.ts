import '../../support/own-data-folder'
import { beforeAll, expect, test, vi } from 'vitest'
import { batchPreview } from '@/lib/server/approvals/batch-preview'
import { monthOpenings, reopenMonth } from '@/lib/server/approvals/month-openings'
import { prepareBatch } from '@/lib/server/approvals/prepare-batch'
import { db } from '@/lib/server/db'
import type { Unit } from '@/prisma/generated/client'
import { actorOf, aPerson, aSubmission, aUnit, call, someone, TODAY } from '../../support/builders'
import { aCompleteDraft } from '../../support/complete-draft'
import { aUnitWithHead, owner, signBatch, trust } from '../../support/signing'

vi.setConfig({ testTimeout: 60_000 })
beforeAll(() => trust())

const october = (unit: Unit, changes: object = {}) => ({
  ...{ unitId: unit.id, period: '2026-10', documentNo: '15/SNV-CCVC', reason: 'Mất điện ngày 31/10' },
  ...{ from: TODAY, until: '2026-12-01' },
  ...changes,
})
const manager = async () => {
  const unit = await aUnit()
  return actorOf(await aPerson(unit), unit, 'homeAffairsOfficer')
}
const close = (actor: Awaited<ReturnType<typeof manager>>, unit: Unit, today = TODAY) =>
  prepareBatch(call({ ...actor, today }, { unitId: unit.id, kind: 'monthly', reason: '', period: '2026-10' }))

async function approved(unit: Unit) {
  const { person, record } = await aPerson(unit)
  await aSubmission(record.id, 'approved', aCompleteDraft({ ...person, unit }))
}

test('a month that is over is closed only in the days of a document of Sở Nội vụ, and that ends by itself', async () => {
  const { unit, key, actor } = await aUnitWithHead()
  await approved(unit)
  await expect(close(actor, unit)).rejects.toMatchObject({ code: 'monthClosed', details: { month: '10/2026' } })

  const homeAffairs = await manager()
  await reopenMonth(call(homeAffairs, october(unit)))
  await expect(close(actor, unit, '2026-12-02')).rejects.toMatchObject({ code: 'monthClosed' })
  expect((await batchPreview(actor, unit.id)).openings).toEqual([
    { period: '2026-10', documentNo: '15/SNV-CCVC', until: '2026-12-01' },
  ])
  // Also before the window of the present month opens.
  const { batchId } = await close(actor, unit)
  await signBatch(actor, batchId, key)
  expect(await db.approvalBatch.findUnique({ where: { id: batchId } })).toMatchObject({
    ...{ state: 'approved', kind: 'monthly', period: '2026-10', number: 1 },
    reason: 'Mở lại tháng 10/2026 theo 15/SNV-CCVC',
  })
  // The present month is still to be closed.
  expect((await batchPreview(actor, unit.id)).sum.signed).toBe(1)
  const log = await db.auditEvent.findMany({ where: { action: 'month.reopened', subjectId: unit.id } })
  expect(log).toMatchObject([{ detail: { period: '10/2026', document: '15/SNV-CCVC', until: '2026-12-01' } }])
  expect((await monthOpenings(homeAffairs, { take: 5 })).map(({ isOpen }) => isOpen)).toContain(true)
})

test('another unit gains nothing by it; only past months are opened, only by Sở Nội vụ, and what was opened is kept', async () => {
  const { unit, actor } = await aUnitWithHead()
  const neighbour = await aUnitWithHead()
  await approved(neighbour.unit)
  const homeAffairs = await manager()
  const { openingId } = await reopenMonth(call(homeAffairs, october(unit)))
  await expect(close(neighbour.actor, neighbour.unit)).rejects.toMatchObject({ code: 'monthClosed' })
  await expect(reopenMonth(call(homeAffairs, october(unit, { period: '2026-11' })))).rejects.toMatchObject({
    fields: { period: 'Chỉ mở lại được tháng đã qua.' },
  })
  await expect(reopenMonth(call(homeAffairs, october(unit, { until: '2026-11-20' })))).rejects.toMatchObject({
    fields: { until: 'Ngày kết thúc đã qua.' },
  })
  const officer = await someone(unit, 'recordsOfficer', 'unitAdmin')
  for (const who of [actor, officer.actor]) {
    await expect(reopenMonth(call(who, october(unit)))).rejects.toMatchObject({ code: 'notFound' })
  }
  await expect(owner('DELETE FROM month_opening WHERE id = $1', [openingId])).rejects.toThrow()
})
