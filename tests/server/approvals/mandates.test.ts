import '../../support/own-data-folder'
import { execFileSync } from 'node:child_process'
import { sign } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { readManifest } from '@/lib/documents/manifest'
import { ACCOUNT_OF_ACTOR, actorOf as actorFrom } from '@/lib/server/actor-of'
import { batchPaper } from '@/lib/server/approvals/batch-paper'
import { batchPreview } from '@/lib/server/approvals/batch-preview'
import type { ExcludedPerson } from '@/lib/server/approvals/prepare-batch'
import { db } from '@/lib/server/db'
import { GiveMandate, giveMandate, mandateList, revokeMandate } from '@/lib/server/mandates/mandates'
import { actorOf, aPerson, aSubmission, aUnit, NOW } from '../../support/builders'
import { aCompleteDraft } from '../../support/complete-draft'
import {
  aUnitWithHead,
  base64,
  call,
  chain,
  complete,
  openAdHoc,
  openMonth,
  register,
  signBatch,
  start,
  trust,
} from '../../support/signing'

vi.setConfig({ testTimeout: 60_000 })
beforeAll(() => trust())

/** A unit with a head, a deputy who has a registered key, and one checked record. */
async function aHouse() {
  const house = await aUnitWithHead()
  const deputy = await aPerson(house.unit, { name: 'Lê Thị Phó' })
  await actorOf(deputy, house.unit, 'person')
  const key = chain.signer({ name: deputy.person.fullName })
  await register(deputy.user.id, house.unit, key)
  const { person, record } = await aPerson(house.unit)
  const spec = { fullName: person.fullName, citizenId: person.citizenId, unit: house.unit }
  const { revision } = await aSubmission(record.id, 'checked', aCompleteDraft(spec))
  return { ...house, deputy, deputyKey: key, record, revision }
}
type House = Awaited<ReturnType<typeof aHouse>>

const wanted = ({ unit, deputy }: House, over: object = {}) =>
  GiveMandate.parse({
    ...{ unitId: unit.id, mandatary: deputy.person.citizenId, kind: 'KT', documentNo: '07/QĐ-THPT' },
    ...{ from: '2026-11-01', until: '2026-12-31', monthly: true, adHoc: false },
    ...over,
  })

/** The deputy as the next request finds them, on this day. */
async function afresh({ deputy }: House, today = '2026-11-27') {
  const account = await db.user.findUniqueOrThrow({ where: { id: deputy.user.id }, include: ACCOUNT_OF_ACTOR })
  return { ...actorFrom(account, deputy.user.id, NOW), today }
}

const refused = (code: string) => expect.objectContaining({ code })

test('a deputy signs the month in the head’s place, and the paper says so', async () => {
  const house = await aHouse()
  await expect(openMonth(await afresh(house), house.unit)).rejects.toThrow(refused('notFound'))
  const { mandateId } = await giveMandate(call(house.actor, wanted(house)))
  const actor = await afresh(house)
  expect((await batchPreview(actor, house.unit.id)).mandate).toMatchObject({ kind: 'KT', documentNo: '07/QĐ-THPT' })
  const { batchId } = await openMonth(actor, house.unit)
  const batch = await db.approvalBatch.findUniqueOrThrow({ where: { id: batchId } })
  expect(batch.mandateId).toBe(mandateId)
  const manifest = readManifest(Buffer.from(batch.manifest, 'utf8'))
  expect(manifest?.approver).toMatchObject({ name: 'Lê Thị Phó', title: expect.stringMatching(/^KT\. .+\n.+/) })
  await signBatch(actor, batchId, house.deputyKey)
  expect(await db.record.count({ where: { approvedRevisionId: house.revision.id } })).toBe(1)
  // On the paper: the head's title behind KT., the deputy's own below it, then the name (NĐ 30/2020, Điều 13, Phụ lục I).
  const { pdf, isSigned } = await batchPaper(call(actor, { batchId }))
  expect(isSigned).toBe(true)
  const file = join(mkdtempSync(join(tmpdir(), 'kt-')), 'paper.pdf')
  writeFileSync(file, pdf)
  const words = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).normalize('NFC')
  expect(words).toMatch(/KT\. THỦ TRƯỞNG.*\n\s*PHÓ THỦ TRƯỞNG[\s\S]*Lê Thị Phó/)
})

test('neither the signer’s own record nor the head’s is signed by mandate', async () => {
  const house = await aHouse()
  await giveMandate(call(house.actor, wanted(house)))
  const { batchId } = await openMonth(await afresh(house), house.unit)
  const { excluded } = await db.approvalBatch.findUniqueOrThrow({ where: { id: batchId } })
  const codes = (excluded as unknown as ExcludedPerson[]).map(({ personId, code }) => [personId, code])
  expect(codes).toContainEqual([house.deputy.person.id, 'ownRecord'])
  expect(codes).toContainEqual([house.head.person.id, 'headsRecord'])
})

test('a mandate that ends in the middle of a signing is refused at its end; the records wait', async () => {
  const house = await aHouse()
  const { mandateId } = await giveMandate(call(house.actor, wanted(house)))
  const actor = await afresh(house)
  const { batchId } = await openMonth(actor, house.unit)
  const { attributes } = await start(actor, batchId, house.deputyKey)
  const signature = base64(sign('sha256', Buffer.from(attributes, 'base64'), house.deputyKey.key))
  await revokeMandate(call(house.actor, { mandateId, reason: 'Thủ trưởng đã về' }))
  // The request that is under way, and the next one.
  await expect(complete(actor, batchId, signature)).rejects.toThrow(refused('mandateEnded'))
  await expect(complete(await afresh(house), batchId, signature)).rejects.toThrow(refused('mandateEnded'))
  expect(await db.approvalBatch.findUnique({ where: { id: batchId } })).toMatchObject({
    state: 'frozen',
    signedPdf: null,
  })
  expect(await db.record.count({ where: { approvedRevisionId: house.revision.id } })).toBe(0)
})

test('it begins and ends by itself, and falls with the head’s office', async () => {
  const house = await aHouse()
  await giveMandate(call(house.actor, wanted(house, { from: '2026-11-26', until: '2026-11-28' })))
  for (const day of ['2026-11-25', '2026-11-29'])
    await expect(batchPreview(await afresh(house, day), house.unit.id)).rejects.toThrow(refused('notFound'))
  await batchPreview(await afresh(house), house.unit.id)
  await db.roleGrant.updateMany({
    where: { userId: house.head.user.id, role: 'unitHead' },
    data: { validUntil: new Date('2026-11-26') },
  })
  await expect(batchPreview(await afresh(house), house.unit.id)).rejects.toThrow(refused('notFound'))
})

test('only the kinds of batch it names', async () => {
  const house = await aHouse()
  await giveMandate(call(house.actor, wanted(house)))
  await expect(openAdHoc(await afresh(house), house.unit)).rejects.toThrow(refused('mandateScope'))
})

test('no mandate without document, without end where it must have one, twice, or to the head', async () => {
  const house = await aHouse()
  expect(GiveMandate.safeParse({ ...wanted(house), documentNo: ' ' }).success).toBe(false)
  const give = (over: object) => giveMandate(call(house.actor, wanted(house, over)))
  await expect(give({ kind: 'TUQ', until: null })).rejects.toMatchObject({ fields: { until: expect.anything() } })
  await expect(give({ monthly: false })).rejects.toMatchObject({ fields: { scope: expect.anything() } })
  const stranger = await aPerson(await aUnit())
  await expect(give({ mandatary: stranger.person.citizenId })).rejects.toMatchObject({
    fields: { mandatary: expect.stringContaining('đơn vị trực thuộc') },
  })
  await expect(give({ mandatary: house.head.person.citizenId })).rejects.toThrow(refused('ownAccount'))
  await give({})
  await expect(give({})).rejects.toMatchObject({ fields: { from: expect.anything() } })
})

test('who signs by mandate passes nothing on, nor does another unit', async () => {
  const house = await aHouse()
  await giveMandate(call(house.actor, wanted(house, { kind: 'TUQ' })))
  const third = await aPerson(house.unit)
  const pass = wanted(house, { mandatary: third.person.citizenId, kind: 'TUQ' })
  await expect(giveMandate(call(await afresh(house), pass))).rejects.toThrow(refused('outsideYourUnits'))
  await expect(mandateList(await afresh(house), { skip: 0, take: 50 })).rejects.toThrow(refused('notFound'))
  const other = await aUnitWithHead()
  await expect(giveMandate(call(other.actor, pass))).rejects.toThrow(refused('outsideYourUnits'))
  expect((await mandateList(house.actor, { skip: 0, take: 50 })).total).toBe(1)
  const log = await db.auditEvent.findMany({ where: { action: 'mandate.given', subjectId: house.deputy.user.id } })
  expect(log).toMatchObject([{ detail: { kind: 'TUQ', document: '07/QĐ-THPT' } }])
})
