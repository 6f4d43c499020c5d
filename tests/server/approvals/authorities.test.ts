import '../../support/own-data-folder'
import { createHash } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { readCertificate } from '@/lib/documents/pdf-signature/certificate'
import { readStore } from '@/lib/documents/pdf-signature/security-store'
import type { Verdict } from '@/lib/documents/pdf-signature/verdict'
import { askAgain } from '@/lib/server/approvals/ask-again'
import { batchPage } from '@/lib/server/approvals/batch-page'
import { recheckBatch } from '@/lib/server/approvals/recheck-batch'
import { judgeUpload } from '@/lib/server/check/judge-upload'
import { db } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { aPerson, aSubmission, NOW } from '../../support/builders'
import { aCompleteDraft } from '../../support/complete-draft'
import {
  aUnitWithHead,
  call,
  cancel,
  chain,
  complete,
  openMonth,
  owner,
  signBatch,
  start,
  trust,
} from '../../support/signing'

vi.setConfig({ testTimeout: 60_000 })
let authority: Awaited<ReturnType<typeof trust>>
let addresses: Pick<typeof env, 'TSA_URLS' | 'OCSP_URLS' | 'CRL_URLS'>
beforeAll(async () => {
  authority = await trust()
  const { TSA_URLS, OCSP_URLS, CRL_URLS } = env
  addresses = { TSA_URLS, OCSP_URLS, CRL_URLS }
})
afterEach(async () => {
  Object.assign(env, { ...addresses, TSA_REQUIRED: '0', SIGNATURE_LEVEL: 'B-T' })
  await authority.turn({})
})

const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000)
const batchOf = (id: string) => db.approvalBatch.findUniqueOrThrow({ where: { id } })
const verdictOf = async (id: string) => (await batchOf(id)).verdict as unknown as Verdict
const checkOf = async (id: string, code: string) =>
  (await verdictOf(id)).signatures[0]?.checks.find((check) => check.code === code)
const logOf = async (id: string) =>
  (await db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })).map(({ action }) => action)

async function anOpenMonth() {
  const house = await aUnitWithHead()
  const { person, record } = await aPerson(house.unit)
  const spec = { fullName: person.fullName, citizenId: person.citizenId, unit: house.unit }
  const { revision } = await aSubmission(record.id, 'checked', aCompleteDraft(spec))
  const { batchId } = await openMonth(house.actor, house.unit)
  const state = async () => (await db.submission.findUniqueOrThrow({ where: { revisionId: revision.id } })).state
  const deliveries = () => db.delivery.count({ where: { revisionId: revision.id } })
  return { ...house, batchId, revision, state, deliveries }
}

test('a signature is stamped, its certificates are asked about, and the answers are kept', async () => {
  const month = await anOpenMonth()
  await signBatch(month.actor, month.batchId, month.key)
  const verdict = await verdictOf(month.batchId)
  expect(verdict).toMatchObject({ valid: true, awaits: [] })
  const [signature] = verdict.signatures
  expect(signature?.provenAt).toBe(`${NOW.toISOString().slice(0, 19)}.000Z`)
  const outcome = Object.fromEntries(signature!.checks.map(({ code, ok }) => [code, ok]))
  expect(outcome).toMatchObject({ revocation: true, timestamp: true, freshness: true, registered: true })
  const kept = await db.revocationEvidence.findMany({ where: { sha256: { in: signature!.evidence } } })
  // The signer and the stamping service by OCSP, the authority above both by its root's list.
  expect(kept.map(({ source }) => source).sort()).toEqual(['crl', 'ocsp', 'ocsp'])
  // Years later, with nobody to ask: as of that day.
  Object.assign(env, { TSA_URLS: [], OCSP_URLS: [], CRL_URLS: [] })
  const again = await recheckBatch(call(month.actor, { batchId: month.batchId }, new Date('2031-01-01')))
  expect(again).toEqual({ valid: true, reasons: [] })
})

test('where it is wished the paper carries what it was judged by (B-LT), and holds with nobody to ask', async () => {
  const month = await anOpenMonth()
  env.SIGNATURE_LEVEL = 'B-LT'
  await signBatch(month.actor, month.batchId, month.key)
  const { signedPdf } = await batchOf(month.batchId)
  const kept = readStore(signedPdf!)!
  const [signature] = (await verdictOf(month.batchId)).signatures
  const answers = [...kept.store.ocsps, ...kept.store.crls].map((der) => createHash('sha256').update(der).digest('hex'))
  expect(answers.sort()).toEqual([...new Set(signature!.evidence)].sort())
  expect(kept.store.certs.length).toBeGreaterThan(2)
  Object.assign(env, { TSA_URLS: [], OCSP_URLS: [], CRL_URLS: [] })
  const again = await recheckBatch(call(month.actor, { batchId: month.batchId }, new Date('2031-01-01')))
  expect(again).toEqual({ valid: true, reasons: [] })
  expect(await judgeUpload(signedPdf!, 'x.pdf', NOW)).toMatchObject({ kept: 'same', verdict: { valid: true } })
  // What somebody took away before is the same paper.
  expect(await judgeUpload(kept.signed, 'x.pdf', NOW)).toMatchObject({ kept: 'same', verdict: { valid: true } })
})

test('what an authority has answered is not altered', async () => {
  await expect(db.revocationEvidence.deleteMany()).rejects.toThrow()
  await expect(owner('UPDATE revocation_evidence SET about = $1', ['x'])).rejects.toThrow()
})

describe('nobody says whether the certificate was revoked', () => {
  const silent = () => Object.assign(env, { OCSP_URLS: [], CRL_URLS: [] })

  /** Answers that still hold would be taken; a certificate of a new head has none. */
  async function aWaitingMonth() {
    const month = await anOpenMonth()
    silent()
    expect(await signBatch(month.actor, month.batchId, month.key)).toEqual({ count: 1, waits: true })
    return month
  }

  test('the batch waits: locked, not approved, nothing sent', async () => {
    const month = await aWaitingMonth()
    expect(await batchOf(month.batchId)).toMatchObject({ state: 'waitingForRevocationCheck', closedAt: null })
    expect(await month.state()).toBe('frozen')
    expect(await month.deliveries()).toBe(0)
    expect(await checkOf(month.batchId, 'revocation')).toMatchObject({ ok: null })
    expect(await logOf(month.batchId)).toEqual(['batch.frozen', 'batch.awaitsAuthority'])
    const page = await batchPage(month.actor, month.batchId)
    expect(page).toMatchObject({ maySign: false, mayCancel: true, receivedAt: NOW })
    // A second signature, an upload included, comes too late.
    const twice = signBatch(month.actor, month.batchId, month.key)
    await expect(twice).rejects.toThrow(expect.objectContaining({ code: 'batchNotFrozen' }))
    await cancel(month.actor, month.batchId)
  })

  test('as soon as somebody answers the worker approves it, as of the moment it came', async () => {
    const month = await aWaitingMonth()
    expect(await askAgain(minutes(1))).toBe(0)
    expect(await batchOf(month.batchId)).toMatchObject({ state: 'waitingForRevocationCheck', asked: 1 })
    Object.assign(env, addresses)
    // Not before its turn.
    expect(await askAgain(minutes(1))).toBe(0)
    expect(await askAgain(minutes(3))).toBe(1)
    expect(await batchOf(month.batchId)).toMatchObject({ state: 'approved', receivedAt: NOW, closedAt: minutes(3) })
    expect(await month.state()).toBe('approved')
    expect(await month.deliveries()).toBe(1)
    expect(await logOf(month.batchId)).toEqual(['batch.frozen', 'batch.awaitsAuthority', 'batch.approved'])
    expect(await askAgain(minutes(90))).toBe(0)
  })

  test('the answer is “revoked”: the batch waits for another signature, and says why', async () => {
    const month = await aWaitingMonth()
    Object.assign(env, addresses)
    const { serial } = readCertificate(month.key.certificate)!
    await authority.turn({ revoked: { [serial]: minutes(-60).toISOString() } })
    expect(await askAgain(minutes(1))).toBe(1)
    expect(await batchOf(month.batchId)).toMatchObject({ state: 'frozen', signedPdf: null, askAgainAt: null })
    expect((await verdictOf(month.batchId)).reasons.map(({ code }) => code)).toEqual(['certificateRevoked'])
    expect(await month.state()).toBe('frozen')
    expect(await logOf(month.batchId)).toContain('batch.signatureRefused')
    await authority.turn({})
    await cancel(month.actor, month.batchId)
    expect(await month.state()).toBe('checked')
  })

  test('the head may give up waiting; what comes afterwards is refused', async () => {
    const month = await aWaitingMonth()
    await cancel(month.actor, month.batchId)
    expect(await month.state()).toBe('checked')
    expect(await askAgain(minutes(5))).toBe(0)
    const late = complete(month.actor, month.batchId, 'AAAA')
    await expect(late).rejects.toThrow(expect.objectContaining({ code: 'batchNotFrozen' }))
  })
})

test('a revoked certificate is refused at once, with the day', async () => {
  const month = await anOpenMonth()
  const { serial } = readCertificate(month.key.certificate)!
  await authority.turn({ revoked: { [serial]: '2026-11-20T03:00:00Z' } })
  await expect(signBatch(month.actor, month.batchId, month.key)).rejects.toThrow(
    expect.objectContaining({
      code: 'signatureRefused',
      details: { reasons: [expect.stringContaining('Chứng thư số đã bị thu hồi')] },
    }),
  )
  expect(await batchOf(month.batchId)).toMatchObject({ state: 'frozen', signedPdf: null })
})

describe('no authority stamps the time', () => {
  const unstamped = () => Object.assign(env, { TSA_URLS: [addresses.TSA_URLS[0]!.replace('/tsa', '/nobody')] })

  test('the signature counts, says that it has no stamp, and is stamped when somebody answers', async () => {
    const month = await anOpenMonth()
    unstamped()
    expect(await signBatch(month.actor, month.batchId, month.key)).toEqual({ count: 1, waits: false })
    const before = await batchOf(month.batchId)
    expect(before.state).toBe('approved')
    expect(await checkOf(month.batchId, 'timestamp')).toMatchObject({ ok: null })
    expect(await askAgain(minutes(1))).toBe(0)
    Object.assign(env, addresses)
    expect(await askAgain(minutes(3))).toBe(1)
    const after = await batchOf(month.batchId)
    expect(await checkOf(month.batchId, 'timestamp')).toMatchObject({ ok: true })
    expect(after).toMatchObject({ state: 'approved', closedAt: before.closedAt, askAgainAt: null })
    expect(after.signedPdf?.length).toBe(before.signedPdf?.length)
    expect(await logOf(month.batchId)).toEqual(['batch.frozen', 'batch.approved', 'batch.stamped'])
  })

  test('where the installation demands a stamp the signature is refused, in words', async () => {
    const month = await anOpenMonth()
    unstamped()
    Object.assign(env, { TSA_REQUIRED: '1' })
    await expect(signBatch(month.actor, month.batchId, month.key)).rejects.toThrow(
      expect.objectContaining({
        code: 'signatureRefused',
        details: { reasons: [expect.stringContaining('máy chủ dấu thời gian chưa trả lời')] },
      }),
    )
    expect(await batchOf(month.batchId)).toMatchObject({ state: 'frozen', signedPdf: null })
  })

  test('the next authority is asked when the first is silent', async () => {
    const month = await anOpenMonth()
    Object.assign(env, { TSA_URLS: ['http://127.0.0.1:1/tsa', ...addresses.TSA_URLS] })
    await signBatch(month.actor, month.batchId, month.key)
    expect(await checkOf(month.batchId, 'timestamp')).toMatchObject({ ok: true })
  })

  test('an installation without one signs without, and leaves nothing open', async () => {
    const month = await anOpenMonth()
    Object.assign(env, { TSA_URLS: [] })
    await signBatch(month.actor, month.batchId, month.key)
    expect(await batchOf(month.batchId)).toMatchObject({ state: 'approved', askAgainAt: null })
  })
})

test('an authority in the folder counts only if its fingerprint is the one the installation was told', async () => {
  const month = await anOpenMonth()
  Object.assign(env, { ANCHOR_FINGERPRINTS: ['0'.repeat(64)] })
  const foreign = expect.objectContaining({ code: 'certificateForeign' })
  await expect(signBatch(month.actor, month.batchId, month.key)).rejects.toThrow(foreign)
  Object.assign(env, { ANCHOR_FINGERPRINTS: [readCertificate(chain.root)!.fingerprint] })
  await signBatch(month.actor, month.batchId, month.key)
  Object.assign(env, { ANCHOR_FINGERPRINTS: [] })
})

test('a signature that came before, or twice, changes nothing', async () => {
  const month = await anOpenMonth()
  const { attributes } = await start(month.actor, month.batchId, month.key)
  expect(attributes.length).toBeGreaterThan(0)
  await signBatch(month.actor, month.batchId, month.key)
  const again = complete(month.actor, month.batchId, 'AAAA')
  await expect(again).rejects.toThrow(expect.objectContaining({ code: 'batchNotFrozen' }))
  expect(await month.deliveries()).toBe(1)
})
