import { randomUUID } from 'node:crypto'
import '../../support/own-data-folder'
import { beforeAll, expect, test, vi } from 'vitest'
import { verifyPdf } from '@/lib/documents/pdf-signature/verify'
import { BATCH_LIST } from '@/lib/domain/lists/batch-list-spec'
import { batchList, ownUnits } from '@/lib/server/approvals/batch-list'
import { batchPage } from '@/lib/server/approvals/batch-page'
import { batchPaper } from '@/lib/server/approvals/batch-paper'
import { batchPreview } from '@/lib/server/approvals/batch-preview'
import { recheckBatch } from '@/lib/server/approvals/recheck-batch'
import { db } from '@/lib/server/db'
import { trustAnchors } from '@/lib/server/trust-anchors'
import { ask } from '../../support/ask'
import { actorOf, aPerson, aSubmission, aUnit, NOW } from '../../support/builders'
import { aCompleteDraft } from '../../support/complete-draft'
import { aUnitWithHead, call, openAdHoc, openMonth, owner, signBatch, start, trust } from '../../support/signing'

vi.setConfig({ testTimeout: 60_000 })
beforeAll(() => trust())

const refused = (code: string) => expect.objectContaining({ code })

/** 6 = 2 unchanged, one of whom said so, + 1 added + 1 changed + the head and somebody who never came. */
async function aFullUnit() {
  const house = await aUnitWithHead()
  const { code, name } = house.unit
  const somebody = async (states: ('approved' | 'checked')[]) => {
    const { person, record } = await aPerson(house.unit)
    for (const [version, state] of states.entries()) {
      const data = aCompleteDraft({ fullName: person.fullName, citizenId: person.citizenId, unit: { code, name } })
      Object.assign(data.identity, { phone: `091234567${version}` })
      await aSubmission(record.id, state, data)
    }
    return { person, record }
  }
  await somebody(['approved'])
  const settled = await somebody(['approved'])
  await confirmThisMonth(settled.record.id)
  const added = await somebody(['checked'])
  const changed = await somebody(['approved', 'checked'])
  await aPerson(house.unit, { signedIn: false })
  const officer = await actorOf(await aPerson(await aUnit()), house.unit, 'recordsOfficer')
  return { ...house, officer, added, changed }
}

async function confirmThisMonth(recordId: string) {
  const { id } = await db.revision.findFirstOrThrow({ where: { recordId } })
  const by = { byUserId: randomUUID(), byName: 'Người khai' }
  await db.recordConfirmation.create({ data: { recordId, revisionId: id, period: '2026-11', at: NOW, ...by } })
}

const SUM = { people: 6, signed: 4, unchanged: 2, confirmed: 1, sent: 0, changed: 2, quiet: 0, left: 2 }

test('the month is seen alike by the head who signs it and the officer who prepares it', async () => {
  const { unit, actor, officer, added, changed } = await aFullUnit()
  for (const reader of [actor, officer]) {
    const preview = await batchPreview(reader, unit.id)
    expect(preview.sum).toEqual(SUM)
    expect(preview.excluded.map(({ why }) => why).sort()).toEqual([
      'Chưa đăng nhập lần nào',
      'Hồ sơ của chính người ký',
    ])
    expect(preview.changed).toMatchObject([
      { recordId: added.record.id, figure: 'Hồ sơ mới', jobTitle: 'Giáo viên trung học phổ thông hạng III' },
      { recordId: changed.record.id, figure: '1 trường', words: 'Số điện thoại liên hệ' },
    ])
    expect(preview.maySign).toBe(reader === actor)
    expect(preview.window).toMatchObject({ from: '2026-11-26', to: '2026-11-30' })
  }
})

test('what was shown before opening is what stands in the batch, and the paper waits unsigned', async () => {
  const { unit, actor, officer } = await aFullUnit()
  const { batchId } = await openMonth(actor, unit)
  const page = await batchPage(actor, batchId)
  expect(page).toMatchObject({ sum: SUM, maySign: true, mayCancel: true, verdict: null, deliveries: null })
  expect(page.changed.map(({ figure }) => figure)).toEqual(['Hồ sơ mới', '1 trường'])
  expect(await batchPage(officer, batchId)).toMatchObject({ maySign: false, mayCancel: false })
  expect((await batchPreview(officer, unit.id)).open).toMatchObject({ id: batchId, count: 4 })
  const paper = await batchPaper(call(officer, { batchId }))
  expect(paper).toMatchObject({ isSigned: false, name: 'cho-ky-phe-duyet-2026-11-dot-1.pdf' })
  expect(Buffer.from(paper.pdf).toString('latin1')).not.toContain('/ByteRange')
})

test('after signing the page follows each person, and the paper can be taken and is taken note of', async () => {
  const { unit, actor, officer, key, added, changed } = await aFullUnit()
  const { batchId } = await openMonth(actor, unit)
  await signBatch(actor, batchId, key)
  const page = await batchPage(officer, batchId)
  expect(page).toMatchObject({ state: 'approved', maySign: false, sum: SUM, closedAt: NOW })
  expect(page.deliveries).toEqual({ queued: 2, sent: 0, waiting: 2, accepted: 0, stuck: 0 })
  expect(page.signed?.rows.map(({ kind, state }) => [kind, state])).toEqual([
    ['added', 'waiting'],
    ['changed', 'waiting'],
    ['unchanged', null],
    ['unchanged', null],
  ])
  expect(page.signed?.rows.slice(0, 2).map(({ recordId }) => recordId)).toEqual([added.record.id, changed.record.id])
  expect(page.verdict).toMatchObject({ valid: true, signatures: [{ field: 'NguoiCoThamQuyen' }] })

  const paper = await batchPaper(call(officer, { batchId }))
  expect(paper).toMatchObject({ isSigned: true, name: 'phe-duyet-2026-11-dot-1.pdf' })
  expect(await verifyPdf(paper.pdf, { anchors: trustAnchors(), at: NOW })).toMatchObject({ valid: true })
  const log = await db.auditEvent.findMany({ where: { action: 'document.downloaded', subjectId: batchId } })
  expect(log).toMatchObject([{ actorId: officer.userId, detail: { signed: true } }])
})

test('checking anew finds the paper sound, and says when the stored records are no longer what was signed', async () => {
  const { unit, actor, key, added } = await aFullUnit()
  const { batchId } = await openMonth(actor, unit)
  await expect(recheckBatch(call(actor, { batchId }))).rejects.toThrow(refused('batchNotFrozen'))
  await signBatch(actor, batchId, key)
  expect(await recheckBatch(call(actor, { batchId }))).toEqual({ valid: true, reasons: [] })

  const { id } = await db.revision.findFirstOrThrow({ where: { recordId: added.record.id } })
  await owner('ALTER TABLE revision DISABLE TRIGGER append_only', [])
  await owner(`UPDATE revision SET data = jsonb_set(data, '{identity,phone}', '"0900000000"') WHERE id = $1`, [id])
  await owner('ALTER TABLE revision ENABLE TRIGGER append_only', [])
  await expect(recheckBatch(call(actor, { batchId }))).rejects.toThrow(refused('revisionAltered'))
})

test('batches are listed newest first, each reader within reach', async () => {
  const { unit, actor, officer, key } = await aFullUnit()
  const month = await openMonth(actor, unit)
  await signBatch(actor, month.batchId, key)
  const { record } = await aPerson(unit)
  const draft = aCompleteDraft({ fullName: 'Lý Minh Tâm', citizenId: '087085001999', unit })
  await aSubmission(record.id, 'checked', draft)
  const later = new Date(NOW.getTime() + 60_000)
  const urgent = await openAdHoc(actor, unit, 'Cấp hộ chiếu công vụ', later)
  const listed = async (query: string) => (await batchList(officer, ask(BATCH_LIST, query))).rows.map(({ id }) => id)
  const { rows, total } = await batchList(officer, ask(BATCH_LIST, `unit=${unit.id}`))
  expect(rows.map(({ id }) => id)).toEqual([urgent.batchId, month.batchId])
  expect(total).toBe(2)
  expect(await listed('')).toEqual([urgent.batchId, month.batchId])
  expect(await listed('sort=opened')).toEqual([month.batchId, urgent.batchId])
  expect(await listed('kind=adHoc')).toEqual([urgent.batchId])
  expect(await listed('state=approved&month=11/2026')).toEqual([month.batchId])
  expect(await listed('month=10/2026')).toEqual([])
  expect(ownUnits(officer)).toEqual([{ id: unit.id, name: unit.name }])
})

test('a stranger finds no month, no batch, no paper, and a person of the unit none either', async () => {
  const { unit, actor, key } = await aFullUnit()
  const { batchId } = await openMonth(actor, unit)
  await start(actor, batchId, key)
  const elsewhere = await aUnit()
  const strangers = [
    await actorOf(await aPerson(elsewhere), elsewhere, 'unitHead', 'recordsOfficer'),
    await actorOf(await aPerson(unit), unit, 'person'),
  ]
  for (const stranger of strangers) {
    await expect(batchPreview(stranger, unit.id)).rejects.toThrow(refused('notFound'))
    await expect(batchPage(stranger, batchId)).rejects.toThrow(refused('notFound'))
    await expect(batchPaper(call(stranger, { batchId }))).rejects.toThrow(refused('notFound'))
    await expect(recheckBatch(call(stranger, { batchId }))).rejects.toThrow(refused('notFound'))
    expect(await batchList(stranger, ask(BATCH_LIST, `unit=${unit.id}`))).toMatchObject({ total: 0, rows: [] })
  }
  await expect(batchPage(actor, 'không-phải-mã')).rejects.toThrow(refused('notFound'))
  await expect(batchPaper(call(actor, { batchId: '../../x' }))).rejects.toThrow(refused('notFound'))
})
