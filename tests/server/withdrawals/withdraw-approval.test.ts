import '../../support/own-data-folder'
import { sign } from 'node:crypto'
import { beforeAll, expect, test, vi } from 'vitest'
import { readCertificate } from '@/lib/documents/pdf-signature/certificate'
import { verifyPdf } from '@/lib/documents/pdf-signature/verify'
import type { Actor } from '@/lib/domain/policy'
import { printedApproval } from '@/lib/server/check/printed-code'
import { db } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { recordEvents } from '@/lib/server/records/history'
import { printedForm } from '@/lib/server/records/printed-form'
import { trustAnchors } from '@/lib/server/trust-anchors'
import { askAboutWithdrawals } from '@/lib/server/withdrawals/ask-about-withdrawals'
import { OpenWithdrawal, openWithdrawal } from '@/lib/server/withdrawals/open-withdrawal'
import { cancelWithdrawal, completeWithdrawal, startWithdrawal } from '@/lib/server/withdrawals/sign-withdrawal'
import { withdrawalPage } from '@/lib/server/withdrawals/withdrawal-page'
import type { Signer } from '../../documents/a-chain'
import { aPerson, aSubmission, NOW } from '../../support/builders'
import { aCompleteDraft } from '../../support/complete-draft'
import { aHead, aUnitWithHead, base64, call, chain, openMonth, register, signBatch, trust } from '../../support/signing'

vi.setConfig({ testTimeout: 60_000 })
let authority: Awaited<ReturnType<typeof trust>>
beforeAll(async () => {
  authority = await trust()
})

type House = Awaited<ReturnType<typeof aUnitWithHead>>
const REASON = 'Sai số căn cước, phát hiện sau khi ký'

/** Somebody approved in a signed month; `before`: with an earlier approved version. */
async function approved({ unit }: House, before = false) {
  const { person, record } = await aPerson(unit)
  const code = { code: unit.code, name: unit.name }
  const data = aCompleteDraft({ fullName: person.fullName, citizenId: person.citizenId, unit: code })
  const earlier = before
    ? (await aSubmission(record.id, 'approved', { ...data, health: { ...data.health, height: 150 } as never })).revision
    : null
  const { revision } = await aSubmission(record.id, 'checked', data)
  return { person, record, revision, earlier }
}

async function month(house: House) {
  const { batchId } = await openMonth(house.actor, house.unit)
  await signBatch(house.actor, batchId, house.key)
  return batchId
}

const open = (actor: Actor, batchId: string, recordIds: string[], reason = REASON) =>
  openWithdrawal(call(actor, OpenWithdrawal.parse({ batchId, recordIds, reason, documentNo: '12/QĐ-SNV' })))

async function signIt(actor: Actor, id: string, { certificate, intermediates, key }: Signer) {
  const given = { id, certificate: base64(certificate), intermediates: intermediates.map(base64) }
  const { attributes } = await startWithdrawal(call(actor, given))
  const signature = base64(sign('sha256', Buffer.from(attributes, 'base64'), key))
  return completeWithdrawal(call(actor, { id, signature }))
}

const standing = async (id: string) => (await db.record.findUniqueOrThrow({ where: { id } })).approvedRevisionId
const deliveryOf = (revisionId: string) => db.delivery.findUnique({ where: { revisionId } })

test('R64: a signed paper takes the approval of one record back; the other of the batch stands', async () => {
  const house = await aUnitWithHead()
  const { actor, key, unit } = house
  const [wrong, right] = [await approved(house, true), await approved(house)]
  const batchId = await month(house)
  const { withdrawalId } = await open(actor, batchId, [wrong.record.id])
  expect(await standing(wrong.record.id)).toBe(wrong.revision.id)
  await signIt(actor, withdrawalId, key)

  expect(await standing(wrong.record.id)).toBe(wrong.earlier?.id)
  expect(await standing(right.record.id)).toBe(right.revision.id)
  expect((await db.cv.findUniqueOrThrow({ where: { recordId: wrong.record.id } })).revisionId).toBe(wrong.earlier?.id)
  expect(await deliveryOf(wrong.revision.id)).toMatchObject({ state: 'superseded', reasonCode: 'approvalWithdrawn' })
  expect((await deliveryOf(right.revision.id))?.state).not.toBe('superseded')
  const submission = await db.submission.findUniqueOrThrow({ where: { revisionId: wrong.revision.id } })
  expect(submission).toMatchObject({ state: 'returned', decidedBy: actor.personName })

  const paper = await db.approvalWithdrawal.findUniqueOrThrow({ where: { id: withdrawalId } })
  const verdict = await verifyPdf(paper.signedPdf!, { anchors: trustAnchors(), at: NOW, demonstration: true })
  expect(verdict).toMatchObject({ valid: true, manifest: { type: 'hscbcc.revocation/1', withdrawalId, count: 1 } })
  expect(JSON.parse(paper.statement)).toMatchObject({
    batch: { id: batchId },
    reason: REASON,
    records: [{ id: wrong.record.id, version: 2, leaf: wrong.revision.hash }],
  })
  const item = await db.approvalItem.findFirstOrThrow({ where: { batchId, recordId: wrong.record.id } })
  expect(await printedApproval(item.verifyCode)).toMatchObject({ standing: 'withdrawn', withdrawnAt: NOW })
  const events = await recordEvents(actor, wrong.record.id, 20)
  expect(events.find(({ what }) => what === 'withdrawn')).toMatchObject({ by: actor.personName, detail: '2' })
  const log = await db.auditEvent.findFirst({ where: { action: 'approval.withdrawn', subjectId: wrong.record.id } })
  expect(log).toMatchObject({ unitPath: unit.path, detail: { version: 2, reason: REASON } })
})

test('R64: of who has no earlier version nothing stands, nothing is printed as approved, and a person tells the ministry', async () => {
  const house = await aUnitWithHead()
  const { actor, key } = house
  const wrong = await approved(house)
  const batchId = await month(house)
  await db.delivery.update({ where: { revisionId: wrong.revision.id }, data: { state: 'accepted', settledAt: NOW } })
  await signIt(actor, (await open(actor, batchId, [wrong.record.id])).withdrawalId, key)
  expect(await standing(wrong.record.id)).toBeNull()
  expect(await db.cv.findUnique({ where: { recordId: wrong.record.id } })).toBeNull()
  expect(await deliveryOf(wrong.revision.id)).toMatchObject({ state: 'held', reasonCode: 'withdrawnAtMinistry' })
  expect((await printedForm(actor, wrong.record.id, { of: 'approved', on: null }, NOW)).form).toBeNull()
})

test('R64: what the ministry took is put right by the earlier version', async () => {
  const house = await aUnitWithHead()
  const wrong = await approved(house, true)
  const batchId = await month(house)
  await db.delivery.update({ where: { revisionId: wrong.revision.id }, data: { state: 'accepted', settledAt: NOW } })
  await signIt(house.actor, (await open(house.actor, batchId, [wrong.record.id])).withdrawalId, house.key)
  expect(await deliveryOf(wrong.revision.id)).toMatchObject({ state: 'accepted' })
  expect(await deliveryOf(wrong.earlier!.id)).toMatchObject({ version: 1, settledAt: null })
})

test('what speaks against a withdrawal is said before anything is signed', async () => {
  const house = await aUnitWithHead()
  const { actor, key, unit, head } = house
  const one = await approved(house)
  const { batchId } = await openMonth(actor, unit)
  await expect(open(actor, batchId, [one.record.id])).rejects.toMatchObject({ code: 'batchNotApproved' })
  await signBatch(actor, batchId, key)
  const stranger = await aUnitWithHead()
  await expect(open(stranger.actor, batchId, [one.record.id])).rejects.toMatchObject({ code: 'notFound' })
  await expect(open(actor, batchId, [(await approved(stranger)).record.id])).rejects.toMatchObject({ code: 'notFound' })
  const nothing = OpenWithdrawal.safeParse({ batchId, recordIds: [], reason: ' ' })
  expect(nothing.error?.issues.map(({ message }) => message)).toEqual([
    'Chọn ít nhất một hồ sơ.',
    'Ghi lý do rút phê duyệt.',
  ])

  const { withdrawalId } = await open(actor, batchId, [one.record.id])
  const other = await aHead(unit)
  await expect(cancelWithdrawal(call(other.actor, { id: withdrawalId }))).rejects.toMatchObject({ code: 'notFound' })
  // A newer version is locked in a batch meanwhile.
  const { data } = one.revision
  await aSubmission(one.record.id, 'checked', { ...(data as object), note: {} } as never)
  const next = await openMonth(actor, unit)
  await expect(open(actor, batchId, [one.record.id])).rejects.toMatchObject({ code: 'withdrawalFrozen' })
  await expect(signIt(actor, withdrawalId, key)).rejects.toMatchObject({ code: 'withdrawalFrozen' })
  await db.approvalBatch.update({ where: { id: next.batchId }, data: { state: 'cancelled' } })
  await signIt(actor, withdrawalId, key)
  await expect(open(actor, batchId, [one.record.id])).rejects.toMatchObject({ code: 'approvalWithdrawn' })
  await expect(signIt(actor, withdrawalId, key)).rejects.toMatchObject({ code: 'withdrawalOver' })

  // One's own record, approved by another head of the unit.
  const own = await approved(house)
  const second = await month(house)
  await db.person.update({ where: { id: own.person.id }, data: { employmentStatus: own.person.employmentStatus } })
  const asThem = { ...actor, personId: own.person.id }
  await expect(open(asThem, second, [own.record.id])).rejects.toMatchObject({ code: 'ownRecord' })
  expect(head.user.id).toBe(actor.userId)
})

test('R64: while nobody says whether the signer was revoked nothing is taken back; then it is, or the paper is signed again', async () => {
  const house = await aUnitWithHead()
  const { actor } = house
  const people = [await approved(house), await approved(house)]
  const batchId = await month(house)
  const urls = { OCSP_URLS: env.OCSP_URLS, CRL_URLS: env.CRL_URLS }
  const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
  // Certificates nobody was asked about yet.
  for (const revoked of [false, true]) {
    const key = chain.signer({ name: house.head.person.fullName })
    await register(actor.userId, house.unit, key)
    const { record, revision } = people[Number(revoked)]!
    const { withdrawalId: id } = await open(actor, batchId, [record.id])
    Object.assign(env, { OCSP_URLS: [], CRL_URLS: [] })
    expect(await signIt(actor, id, key)).toEqual({ count: 1, waits: true })
    expect(await standing(record.id)).toBe(revision.id)
    expect((await withdrawalPage(actor, batchId, '')).open).toMatchObject({ state: 'waiting', receivedAt: NOW })
    await expect(signIt(actor, id, key)).rejects.toMatchObject({ code: 'withdrawalOver' })
    expect(await askAboutWithdrawals(later(1))).toBe(0)
    Object.assign(env, urls)
    const { serial } = readCertificate(key.certificate)!
    if (revoked) await authority.turn({ revoked: { [serial]: later(-60).toISOString() } })
    expect(await askAboutWithdrawals(later(4))).toBe(1)
    const paper = await db.approvalWithdrawal.findUniqueOrThrow({ where: { id } })
    expect(await standing(record.id)).toBe(revoked ? revision.id : null)
    expect(paper).toMatchObject(
      revoked
        ? { state: 'open', signedPdf: null, givenBack: expect.stringContaining('thu hồi') }
        : { state: 'signed', receivedAt: NOW, closedAt: later(4), askAgainAt: null },
    )
    await authority.turn({})
  }
})

test('what was taken back is never rewritten', async () => {
  const house = await aUnitWithHead()
  const one = await approved(house)
  const batchId = await month(house)
  const { withdrawalId } = await open(house.actor, batchId, [one.record.id])
  await signIt(house.actor, withdrawalId, house.key)
  await expect(db.withdrawnRevision.deleteMany({ where: { recordId: one.record.id } })).rejects.toThrow()
  await expect(
    db.approvalWithdrawal.update({ where: { id: withdrawalId }, data: { state: 'cancelled' } }),
  ).rejects.toThrow()
})
