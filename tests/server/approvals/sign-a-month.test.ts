import '../../support/own-data-folder'
import { beforeAll, expect, test, vi } from 'vitest'
import { openKey } from '@/components/approvals/open-key'
import { verifyPdf } from '@/lib/documents/pdf-signature/verify'
import { batchName } from '@/lib/domain/batch-words'
import { db } from '@/lib/server/db'
import { trustAnchors } from '@/lib/server/trust-anchors'
import { keyFile } from '@/lib/start/key-file'
import { aChain, rsaKeys } from '../../documents/a-chain'
import { aPerson, aSubmission, NOW } from '../../support/builders'
import { aCompleteDraft } from '../../support/complete-draft'
import {
  aUnitWithHead,
  base64,
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

type Unit = Awaited<ReturnType<typeof aUnitWithHead>>['unit']

const dataOf = (unit: Unit, fullName: string) =>
  aCompleteDraft({ fullName, citizenId: '087085001234', unit: { code: unit.code, name: unit.name } })

/** Somebody whose newest version is in this state; `before` is approved already. */
async function somebody(unit: Unit, state: 'submitted' | 'returned' | 'checked' | 'approved', before = false) {
  const { person, record } = await aPerson(unit)
  const data = dataOf(unit, person.fullName)
  if (before) await aSubmission(record.id, 'approved', { ...data, health: { ...data.health, height: 150 } as never })
  const { revision } = await aSubmission(record.id, state, data)
  return { person, record, revision }
}

const stateOf = async (revisionId: string) => (await db.submission.findUniqueOrThrow({ where: { revisionId } })).state
const batchOf = (id: string) => db.approvalBatch.findUniqueOrThrow({ where: { id }, include: { items: true } })

test('R49, R62: a head opens the month, signs it with a key file in the page, and all that was checked is approved and queued', async () => {
  const { unit, head, actor } = await aUnitWithHead()
  const added = await somebody(unit, 'checked')
  const changed = await somebody(unit, 'checked', true)
  const unchanged = await somebody(unit, 'approved')
  const waiting = await somebody(unit, 'submitted')
  const keys = rsaKeys()
  // Key files of browsers hold RSA keys.
  const rsaChain = aChain('Chuỗi RSA', rsaKeys)
  await trust(rsaChain)
  const signer = rsaChain.signer({ name: head.person.fullName, keys })
  await register(head.user.id, unit, signer)
  const certificates = [signer.certificate, ...signer.intermediates, rsaChain.root]
  const file = keyFile({ key: keys.privateKey, chain: certificates, password: 'demo-key' })

  const { batchId, count } = await openMonth(actor, unit)
  expect(count).toBe(3)
  expect(await stateOf(added.revision.id)).toBe('frozen')
  const key = await openKey(new Uint8Array(file).buffer, 'demo-key')
  const { attributes, digest } = await start(actor, batchId, {
    ...signer,
    certificate: Buffer.from(key.certificate, 'base64'),
    intermediates: key.intermediates.map((one) => Buffer.from(one, 'base64')),
  })
  await complete(actor, batchId, key.sign(Buffer.from(attributes, 'base64'), digest))

  const batch = await batchOf(batchId)
  expect(batch).toMatchObject({ state: 'approved', approverId: actor.userId, count: 3, closedAt: NOW })
  expect(batch.items.map(({ kind }) => kind).sort()).toEqual(['added', 'changed', 'unchanged'])
  expect(batch.excluded).toMatchObject([{ code: 'ownRecord' }, { code: 'notChecked', name: waiting.person.fullName }])
  for (const { revision, record } of [added, changed, unchanged]) {
    expect(await stateOf(revision.id)).toBe('approved')
    expect(await db.record.findUnique({ where: { id: record.id } })).toMatchObject({ approvedRevisionId: revision.id })
  }
  expect(await stateOf(waiting.revision.id)).toBe('submitted')
  const projected = await db.cv.findMany({ where: { record: { person: { unitId: unit.id } } } })
  expect(projected.map(({ revisionId }) => revisionId).sort()).toEqual([added.revision.id, changed.revision.id].sort())
  // What is only re-affirmed has been sent before.
  const deliveries = await db.delivery.findMany({ where: { unitId: unit.id } })
  expect(deliveries.map(({ revisionId }) => revisionId).sort()).toEqual([added.revision.id, changed.revision.id].sort())
  const log = await db.auditEvent.findMany({ where: { subjectId: batchId }, orderBy: { id: 'asc' } })
  expect(log.map(({ action }) => action)).toEqual(['batch.frozen', 'batch.approved'])
})

test('R60: the signed paper lists unit, month and root and stands on its own, and one flipped byte is seen', async () => {
  const { unit, key, actor } = await aUnitWithHead()
  await somebody(unit, 'checked')
  const { batchId } = await openMonth(actor, unit)
  await signBatch(actor, batchId, key)
  const { signedPdf, root } = await batchOf(batchId)
  const judge = (bytes: Uint8Array) => verifyPdf(bytes, { anchors: trustAnchors(), at: NOW, demonstration: true })

  expect(await judge(signedPdf!)).toMatchObject({ valid: true, manifest: { batchId, root, period: '2026-11' } })
  const flipped = Uint8Array.from(signedPdf!)
  flipped[2_000] = (flipped[2_000] ?? 0) ^ 1
  expect(await judge(flipped)).toMatchObject({ valid: false })
})

test('each batch names the one before it', async () => {
  const { unit, key, actor } = await aUnitWithHead()
  await somebody(unit, 'checked')
  const first = await openMonth(actor, unit)
  await signBatch(actor, first.batchId, key)
  const late = await somebody(unit, 'checked')
  const second = await openMonth(actor, unit)
  await signBatch(actor, second.batchId, key)

  const batch = await batchOf(second.batchId)
  expect(batch).toMatchObject({ number: 2, previousBatchId: first.batchId })
  expect(JSON.parse(batch.manifest).previousBatch.id).toBe(first.batchId)
  // Once in a month is enough: only the newcomer is signed.
  expect(batch.items.map(({ revisionId }) => revisionId)).toEqual([late.revision.id])
})

test('G6: an ad-hoc batch carries its reason and only what changed', async () => {
  const { unit, key, actor } = await aUnitWithHead()
  await somebody(unit, 'approved')
  const urgent = await somebody(unit, 'checked', true)
  const { batchId } = await openAdHoc(actor, unit)
  await signBatch(actor, batchId, key)
  const batch = await batchOf(batchId)
  expect(batch).toMatchObject({ kind: 'adHoc', reason: 'Cấp hộ chiếu công vụ', state: 'approved', count: 1 })
  expect(batch.items.map(({ revisionId }) => revisionId)).toEqual([urgent.revision.id])
  expect((batch.excluded as { code: string }[]).map(({ code }) => code).sort()).toEqual(['noChange', 'ownRecord'])
})

test('after a batch of its own the month is still the first of its month, and each kind counts by itself', async () => {
  const { unit, key, actor } = await aUnitWithHead()
  await somebody(unit, 'checked')
  const urgent = await openAdHoc(actor, unit)
  await signBatch(actor, urgent.batchId, key)
  await somebody(unit, 'checked')
  const month = await openMonth(actor, unit)
  await signBatch(actor, month.batchId, key)
  await somebody(unit, 'checked')
  const later = await openAdHoc(actor, unit)

  const names = await Promise.all([urgent, month, later].map(async ({ batchId }) => batchName(await batchOf(batchId))))
  expect(names).toEqual(['Ký riêng, đợt 1 tháng 11/2026', 'Tháng 11/2026', 'Ký riêng, đợt 2 tháng 11/2026'])
})

test('lists show the name and the category that were approved', async () => {
  const { unit, key, actor } = await aUnitWithHead()
  const { person, record } = await aPerson(unit, { name: 'Tên Cũ' })
  await aSubmission(record.id, 'checked', dataOf(unit, 'Trần Thị Bé Sáu'))
  const { batchId } = await openMonth(actor, unit)
  await signBatch(actor, batchId, key)
  expect(await db.person.findUnique({ where: { id: person.id } })).toMatchObject({
    fullName: 'Trần Thị Bé Sáu',
    searchName: 'sau tran thi be',
    dateOfBirth: '1985',
  })
})

test('the certificate may be chosen anew, and the paper begins as it was', async () => {
  const { unit, head, key, actor } = await aUnitWithHead()
  await somebody(unit, 'checked')
  const { batchId } = await openMonth(actor, unit)
  const { preparedPdf: paper } = await batchOf(batchId)
  await start(actor, batchId, key)
  const other = chain.signer({ name: head.person.fullName })
  await register(head.user.id, unit, other)
  await signBatch(actor, batchId, other)
  const { signedPdf, state } = await batchOf(batchId)
  expect(state).toBe('approved')
  expect(base64(signedPdf!.subarray(0, paper!.length))).toBe(base64(paper!))
})

test('an approved citizen id becomes the person’s, unless somebody else has it by then', async () => {
  const { unit, head, actor } = await aUnitWithHead()
  const signer = chain.signer({ name: head.person.fullName })
  await register(head.user.id, unit, signer)
  const renumbered = async (citizenId: string) => {
    const { person, record } = await aPerson(unit)
    const data = aCompleteDraft({ fullName: person.fullName, citizenId, unit: { code: unit.code, name: unit.name } })
    await aSubmission(record.id, 'checked', data)
    return person
  }
  const [free, taken, twin, twinToo] = [
    await renumbered('087085770001'),
    await renumbered(head.person.citizenId),
    await renumbered('087085770002'),
    await renumbered('087085770002'),
  ]
  const { batchId } = await openMonth(actor, unit)
  await signBatch(actor, batchId, signer)
  const idOf = async ({ id }: { id: string }) => (await db.person.findUniqueOrThrow({ where: { id } })).citizenId
  expect(await idOf(free)).toBe('087085770001')
  for (const person of [taken, twin, twinToo]) expect(await idOf(person)).toBe(person.citizenId)
  const told = await db.auditEvent.findMany({ where: { action: 'person.citizenIdChanged', unitPath: unit.path } })
  expect(told.map(({ subjectId, detail }) => [subjectId, detail])).toEqual([[free.id, {}]])
})
