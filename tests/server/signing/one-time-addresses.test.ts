import '../../support/every-way'
import '../../support/own-data-folder'
import { beforeAll, expect, test, vi } from 'vitest'
import { db } from '@/lib/server/db'
import { takeSource, takeUpload } from '@/lib/server/signing/one-time-door'
import { closeSession, signingOutcome } from '@/lib/server/signing/outcome'
import { signPdf } from '@/lib/simulators/vgca/tool-pdf'
import { aPerson, aSubmission, NOW } from '../../support/builders'
import { aCompleteDraft } from '../../support/complete-draft'
import { aUnitWithHead, call, cancel, chain, openMonth, register, trust } from '../../support/signing'
import { addressesOf, atAPortal, minutesLater, onToken } from '../../support/tool-signing'

vi.setConfig({ testTimeout: 60_000 })
beforeAll(() => trust())

async function anOpenMonth() {
  const house = await aUnitWithHead()
  const { person, record } = await aPerson(house.unit)
  const draft = aCompleteDraft({ fullName: person.fullName, citizenId: person.citizenId, unit: house.unit })
  const { revision } = await aSubmission(record.id, 'checked', draft)
  const actor = await atAPortal(house.actor)
  const { batchId } = await openMonth(actor, house.unit)
  return { ...house, actor, batchId, revision }
}

const stateOf = async (id: string) => (await db.approvalBatch.findUniqueOrThrow({ where: { id } })).state
const spent = expect.objectContaining({ code: 'addressSpent' })
const whyRefused = async (sessionId: string) =>
  (await db.auditEvent.findMany({ where: { action: 'signing.addressRefused', subjectId: sessionId } })).map(
    ({ detail }) => (detail as { place: string; why: string }).why,
  )

test('a tool fetches the paper once, brings it back signed once, and the month is approved', async () => {
  const month = await anOpenMonth()
  const { sessionId, source, upload } = await addressesOf(month.actor, month.batchId)
  const outcome = () => signingOutcome(call(month.actor, { sessionId }))
  expect(await outcome()).toMatchObject({ state: 'waiting' })
  const { pdf } = await takeSource(source, NOW)
  expect(await outcome()).toMatchObject({ state: 'taken' })
  await expect(takeSource(source, NOW)).rejects.toThrow(spent)
  const signed = signPdf(pdf, onToken(month.key))
  expect(await takeUpload(upload, signed, NOW)).toBeNull()
  expect(await outcome()).toMatchObject({ state: 'accepted' })
  expect(await stateOf(month.batchId)).toBe('approved')
  const kept = await db.approvalBatch.findUniqueOrThrow({
    where: { id: month.batchId },
    include: { certificate: true },
  })
  // What is kept is what came, with a time stamp in the room its signature left.
  expect(Buffer.from(kept.signedPdf!.subarray(0, pdf.length)).equals(pdf)).toBe(true)
  expect(kept.signedPdf!.length).toBe(signed.length)
  expect(kept.verdict).toMatchObject({ valid: true, signatures: [{ provenAt: expect.any(String) }] })
  expect(kept.certificate?.userId).toBe(month.actor.userId)
  // Sent twice: the second finds the address used up.
  await expect(takeUpload(upload, signed, NOW)).rejects.toThrow(spent)
  expect(await whyRefused(sessionId)).toEqual(['used', 'accepted'])
})

test('of two uploads at once one is judged', async () => {
  const month = await anOpenMonth()
  const { source, upload } = await addressesOf(month.actor, month.batchId)
  const signed = signPdf((await takeSource(source, NOW)).pdf, onToken(month.key))
  const twice = await Promise.allSettled([takeUpload(upload, signed, NOW), takeUpload(upload, signed, NOW)])
  expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await db.auditEvent.count({ where: { subjectId: month.batchId, action: 'batch.approved' } })).toBe(1)
})

test('an address that is unknown, too old, of a session that ended, or given up opens nothing', async () => {
  const month = await anOpenMonth()
  await expect(takeSource('khong-co', NOW)).rejects.toThrow(spent)
  const old = await addressesOf(month.actor, month.batchId)
  await expect(takeSource(old.source, minutesLater(11))).rejects.toThrow(spent)
  await expect(takeUpload(old.upload, Buffer.from('%PDF-'), minutesLater(11))).rejects.toThrow(spent)
  expect(await whyRefused(old.sessionId)).toEqual(['expired', 'expired'])
  expect(await signingOutcome(call(month.actor, { sessionId: old.sessionId }, minutesLater(11)))).toMatchObject({
    state: 'expired',
  })
  // A new try closes the one before.
  const next = await addressesOf(month.actor, month.batchId)
  await expect(takeSource(old.source, NOW)).rejects.toThrow(spent)
  await closeSession(call(month.actor, { sessionId: next.sessionId }))
  await expect(takeSource(next.source, NOW)).rejects.toThrow(spent)
  const last = await addressesOf(month.actor, month.batchId)
  await db.session.update({ where: { id: month.actor.sessionId }, data: { endedAt: NOW } })
  await expect(takeSource(last.source, NOW)).rejects.toThrow(spent)
  expect(await whyRefused(last.sessionId)).toEqual(['signedOut'])
  expect(await stateOf(month.batchId)).toBe('frozen')
})

test('the paper of another batch, another person’s token, and a month given up are refused with their reason', async () => {
  const [month, other] = [await anOpenMonth(), await anOpenMonth()]
  const theirs = await takeSource((await addressesOf(other.actor, other.batchId)).source, NOW)
  const first = await addressesOf(month.actor, month.batchId)
  const foreign = await takeUpload(first.upload, signPdf(theirs.pdf, onToken(month.key)), NOW)
  expect(foreign?.code).toBe('signatureRefused')
  expect(await signingOutcome(call(month.actor, { sessionId: first.sessionId }))).toMatchObject({
    state: 'refused',
    reason: expect.stringContaining('Tệp khác với tệp đã chuẩn bị để ký'),
  })

  const second = await addressesOf(month.actor, month.batchId)
  const paper = (await takeSource(second.source, NOW)).pdf
  const stranger = chain.signer({ name: 'Người khác' })
  await register(other.head.user.id, other.unit, stranger)
  const wrong = await takeUpload(second.upload, signPdf(paper, onToken(stranger)), NOW)
  expect(wrong?.details).toEqual({ reasons: [expect.stringContaining('chưa được đăng ký cho người ký')] })

  const third = await addressesOf(month.actor, month.batchId)
  await cancel(month.actor, month.batchId)
  const late = await takeUpload(third.upload, signPdf(paper, onToken(month.key)), NOW)
  expect(late?.code).toBe('batchNotFrozen')
  expect(await stateOf(month.batchId)).toBe('cancelled')
  expect(await db.delivery.count({ where: { revisionId: month.revision.id } })).toBe(0)
})

test('nobody opens addresses for a batch that is not theirs to sign, or reads another’s outcome', async () => {
  const [month, other] = [await anOpenMonth(), await anOpenMonth()]
  await expect(addressesOf(other.actor, month.batchId)).rejects.toMatchObject({ code: 'notFound' })
  const { sessionId } = await addressesOf(month.actor, month.batchId)
  await expect(signingOutcome(call(other.actor, { sessionId }))).rejects.toMatchObject({ code: 'notFound' })
  await expect(closeSession(call(other.actor, { sessionId }))).rejects.toMatchObject({ code: 'notFound' })
})
