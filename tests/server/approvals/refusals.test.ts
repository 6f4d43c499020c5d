import '../../support/own-data-folder'
import { sign } from 'node:crypto'
import { beforeAll, expect, test, vi } from 'vitest'
import { db } from '@/lib/server/db'
import { aChain, ecKeys } from '../../documents/a-chain'
import { actorOf, aPerson, aSubmission, aUnit, NOW } from '../../support/builders'
import { aCompleteDraft } from '../../support/complete-draft'
import {
  aHead,
  aUnitWithHead,
  base64,
  cancel,
  chain,
  complete,
  openAdHoc,
  openMonth,
  owner,
  register,
  signBatch,
  start,
  trust,
} from '../../support/signing'

vi.setConfig({ testTimeout: 60_000 })
beforeAll(() => trust())

const refused = (code: string) => expect.objectContaining({ code })

/** A month opened over one checked record. */
async function anOpenMonth() {
  const house = await aUnitWithHead()
  const { revision, record } = await aCheckedRecord(house.unit)
  const { batchId } = await openMonth(house.actor, house.unit)
  return { ...house, batchId, revision, record }
}

async function aCheckedRecord(unit: Awaited<ReturnType<typeof aUnit>>) {
  const { person, record } = await aPerson(unit)
  const spec = { fullName: person.fullName, citizenId: person.citizenId, unit: { code: unit.code, name: unit.name } }
  const { revision } = await aSubmission(record.id, 'checked', aCompleteDraft(spec))
  return { person, record, revision }
}

/** Whatever was refused, nothing has moved. */
async function expectStillFrozen({ batchId, revision }: { batchId: string; revision: { id: string } }) {
  expect(await db.approvalBatch.findUnique({ where: { id: batchId } })).toMatchObject({
    state: 'frozen',
    signedPdf: null,
  })
  expect(await db.submission.findUnique({ where: { revisionId: revision.id } })).toMatchObject({ state: 'frozen' })
  expect(await db.delivery.count({ where: { revisionId: revision.id } })).toBe(0)
  expect(await db.record.count({ where: { approvedRevisionId: revision.id } })).toBe(0)
}
test('R49, R62: a key registered for somebody else does not sign, and nothing of it is sent', async () => {
  const month = await anOpenMonth()
  const colleague = await aPerson(month.unit)
  const theirs = chain.signer({ name: colleague.person.fullName })
  await register(colleague.user.id, month.unit, theirs)
  await expect(start(month.actor, month.batchId, theirs)).rejects.toThrow(refused('certificateNotRegistered'))
  await expectStillFrozen(month)
  const log = await db.auditEvent.findMany({ where: { subjectId: month.batchId, action: 'batch.signatureRefused' } })
  expect(log).toMatchObject([{ detail: { code: 'certificateNotRegistered' } }])
})

test('a key that is not registered does not sign, nor one that was withdrawn', async () => {
  const month = await anOpenMonth()
  const stray = chain.signer({ name: month.head.person.fullName })
  await expect(start(month.actor, month.batchId, stray)).rejects.toThrow(refused('certificateNotRegistered'))
  await start(month.actor, month.batchId, month.key)
  await db.signerCertificate.updateMany({ where: { userId: month.head.user.id }, data: { withdrawnAt: NOW } })
  await expect(start(month.actor, month.batchId, month.key)).rejects.toThrow(refused('certificateNotRegistered'))
  await expect(complete(month.actor, month.batchId, base64(Buffer.alloc(256)))).rejects.toThrow(
    refused('signatureRefused'),
  )
  await expectStillFrozen(month)
})

test('an expired certificate does not sign, and the refusal names the day', async () => {
  const month = await anOpenMonth()
  const old = chain.signer({ notAfter: new Date('2026-11-20T00:00:00Z') })
  await register(month.head.user.id, month.unit, old)
  await expect(start(month.actor, month.batchId, old)).rejects.toThrow(
    expect.objectContaining({ code: 'certificateExpired', details: { until: '20/11/2026' } }),
  )
  await expectStillFrozen(month)
})

test('a certificate of a foreign chain does not sign, registered or not', async () => {
  const month = await anOpenMonth()
  const foreign = aChain('Chuỗi lạ').signer()
  await register(month.head.user.id, month.unit, foreign)
  await expect(start(month.actor, month.batchId, foreign)).rejects.toThrow(refused('certificateForeign'))
  await expectStillFrozen(month)
})

test('what is not a certificate is named so', async () => {
  const month = await anOpenMonth()
  const broken = { ...month.key, certificate: Buffer.from('không phải chứng thư') }
  await expect(start(month.actor, month.batchId, broken)).rejects.toThrow(refused('certificateUnreadable'))
})

test('R49, R62: a signature of another key is refused with the reason, and the right one still signs', async () => {
  const month = await anOpenMonth()
  const thief = { ...month.key, key: ecKeys('P-256').privateKey }
  await expect(signBatch(month.actor, month.batchId, thief)).rejects.toThrow(
    expect.objectContaining({
      code: 'signatureRefused',
      details: { reasons: ['Chữ ký số không khớp với chứng thư số'] },
    }),
  )
  await expectStillFrozen(month)
  await signBatch(month.actor, month.batchId, month.key)
})

test('a submission altered after the freeze stops the approval', async () => {
  const month = await anOpenMonth()
  await db.submission.update({ where: { revisionId: month.revision.id }, data: { state: 'checked' } })
  await expect(signBatch(month.actor, month.batchId, month.key)).rejects.toThrow(refused('batchChanged'))
  expect(await db.approvalBatch.findUnique({ where: { id: month.batchId } })).toMatchObject({ state: 'frozen' })
  expect(await db.cv.count({ where: { recordId: month.record.id } })).toBe(0)
})

test('a leaf exchanged in the batch stops the approval', async () => {
  const month = await anOpenMonth()
  await db.approvalItem.updateMany({ where: { batchId: month.batchId }, data: { leaf: '0'.repeat(64) } })
  await expect(signBatch(month.actor, month.batchId, month.key)).rejects.toThrow(refused('batchChanged'))
  await expectStillFrozen(month)
})

test('a document altered behind the back of the portal stops the approval, whatever its kept hash says', async () => {
  const month = await anOpenMonth()
  await owner('ALTER TABLE revision DISABLE TRIGGER append_only', [])
  await owner(`UPDATE revision SET data = jsonb_set(data, '{identity,full_name}', '"Kẻ Gian"') WHERE id = $1`, [
    month.revision.id,
  ])
  await owner('ALTER TABLE revision ENABLE TRIGGER append_only', [])
  await expect(signBatch(month.actor, month.batchId, month.key)).rejects.toThrow(refused('revisionAltered'))
  await expectStillFrozen(month)
})

test('what is approved is not approved again', async () => {
  const month = await anOpenMonth()
  await signBatch(month.actor, month.batchId, month.key)
  await expect(signBatch(month.actor, month.batchId, month.key)).rejects.toThrow(refused('batchNotFrozen'))
})

test('of two signatures at once, one approves and the other finds it done', async () => {
  const month = await anOpenMonth()
  const { attributes } = await start(month.actor, month.batchId, month.key)
  const signature = base64(sign('sha256', Buffer.from(attributes, 'base64'), month.key.key))
  const twice = await Promise.allSettled([
    complete(month.actor, month.batchId, signature),
    complete(month.actor, month.batchId, signature),
  ])
  expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(twice.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'batchNotFrozen' } })
  expect(await db.auditEvent.count({ where: { subjectId: month.batchId, action: 'batch.approved' } })).toBe(1)
})

test('a month given up goes back to checked and may be opened again', async () => {
  const month = await anOpenMonth()
  await cancel(month.actor, month.batchId)
  expect(await db.submission.findUnique({ where: { revisionId: month.revision.id } })).toMatchObject({
    state: 'checked',
  })
  await expect(signBatch(month.actor, month.batchId, month.key)).rejects.toThrow(refused('batchNotFrozen'))
  await expect(cancel(month.actor, month.batchId)).rejects.toThrow(refused('batchNotFrozen'))
  const again = await openMonth(month.actor, month.unit)
  await signBatch(month.actor, again.batchId, month.key)
})

test('of two heads who open the month at once, one does', async () => {
  const { unit, actor } = await aUnitWithHead()
  const { actor: other } = await aHead(unit)
  await aCheckedRecord(unit)
  const results = await Promise.allSettled([openMonth(actor, unit), openMonth(other, unit)])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'batchChanged' } })
  expect(await db.approvalBatch.count({ where: { unitId: unit.id } })).toBe(1)
})

test('the paper names who signs it: another head of the unit must open it anew', async () => {
  const month = await anOpenMonth()
  const deputy = await aHead(month.unit)
  const key = chain.signer({ name: deputy.person.fullName })
  await register(deputy.user.id, month.unit, key)
  await expect(start(deputy.actor, month.batchId, key)).rejects.toThrow(refused('batchOfAnother'))
})

test('nobody but the head of this very unit opens or signs, and learns that it exists', async () => {
  const month = await anOpenMonth()
  const below = await aUnit({ parent: month.unit })
  await aCheckedRecord(below)
  // Head of the unit above: reads it, does not sign it.
  await expect(openMonth(month.actor, below)).rejects.toThrow(refused('notFound'))
  const { actor: stranger, key } = await aUnitWithHead()
  await expect(openMonth(stranger, month.unit)).rejects.toThrow(refused('notFound'))
  await expect(start(stranger, month.batchId, key)).rejects.toThrow(refused('notFound'))
  await expect(cancel(stranger, month.batchId)).rejects.toThrow(refused('notFound'))
  const officer = await actorOf(await aPerson(month.unit), month.unit, 'recordsOfficer', 'unitAdmin')
  await expect(openMonth(officer, month.unit)).rejects.toThrow(refused('notFound'))
  await expect(complete(officer, month.batchId, base64(Buffer.alloc(256)))).rejects.toThrow(refused('notFound'))
})

test('R58: a head does not approve the own record', async () => {
  const { unit, head, actor } = await aUnitWithHead()
  const spec = {
    fullName: head.person.fullName,
    citizenId: head.person.citizenId,
    unit: { code: unit.code, name: unit.name },
  }
  await aSubmission(head.record.id, 'checked', aCompleteDraft(spec))
  await expect(openMonth(actor, unit)).rejects.toThrow(refused('nothingToApprove'))
})

test('G6: outside the last five days only an ad-hoc batch with a reason opens', async () => {
  const { unit, actor } = await aUnitWithHead()
  await aCheckedRecord(unit)
  const early = { ...actor, today: '2026-11-20' }
  await expect(openMonth(early, unit)).rejects.toThrow(refused('outsideApprovalWindow'))
  await expect(openAdHoc(early, unit, '')).rejects.toThrow(refused('reasonMissing'))
  await openAdHoc(early, unit)
})
