import '../support/own-data-folder'
import { beforeAll, expect, test, vi } from 'vitest'
import { recordProof } from '@/lib/documents/record-proof'
import { CHECK_LIMITS } from '@/lib/domain/check-code'
import { admitVisit } from '@/lib/server/check/admit-visit'
import { judgeUpload } from '@/lib/server/check/judge-upload'
import { printedApproval } from '@/lib/server/check/printed-code'
import { db } from '@/lib/server/db'
import { printedForm } from '@/lib/server/records/printed-form'
import { recordEvidence } from '@/lib/server/records/record-evidence'
import { prepare, signWith } from '../documents/a-signed-pdf'
import { aStatement } from '../documents/a-statement'
import { aSubmission, NOW, someone } from '../support/builders'
import { aCompleteDraft } from '../support/complete-draft'
import { aUnitWithHead, chain, openMonth, signBatch, trust } from '../support/signing'

vi.setConfig({ testTimeout: 60_000 })
beforeAll(() => trust())

/** Somebody whose record was really signed. */
async function approved() {
  const { unit, head, actor, key } = await aUnitWithHead()
  const person = await someone(unit)
  const { citizenId } = await db.person.findFirstOrThrow({ where: { record: { id: person.recordId } } })
  const { revision } = await aSubmission(
    person.recordId,
    'checked',
    aCompleteDraft({ fullName: person.fullName, citizenId, unit: { code: unit.code, name: unit.name } }),
  )
  const { batchId } = await openMonth(actor, unit)
  await signBatch(actor, batchId, key)
  const batch = await db.approvalBatch.findUniqueOrThrow({ where: { id: batchId }, include: { items: true } })
  const item = batch.items.find(({ recordId }) => recordId === person.recordId)!
  return { unit, head, person, revision, batch, item }
}

test('who holds the printed paper learns whether the approval stands, by whom and when, and nobody’s name but the official’s', async () => {
  const { unit, head, person, batch, item } = await approved()
  const found = await printedApproval(item.verifyCode)
  expect(found).toMatchObject({
    ...{ standing: 'stands', unitName: unit.name, number: `01/PD-${unit.code.toUpperCase()}`, version: item.version },
    ...{ approvedAt: batch.closedAt, leaf: item.leaf.slice(0, 16), replacedAt: null },
  })
  expect(found?.approver.name).toBe(head.person.fullName)
  expect(Object.values(found!).join(' ')).not.toContain(person.fullName)

  const { form } = await printedForm(person.actor, person.recordId, { of: 'approved', on: null }, NOW)
  expect(form?.check?.code.replaceAll(' ', '')).toBe(item.verifyCode.replaceAll('-', ''))
})

test('a code of what was not approved is like no code at all', async () => {
  const { item, batch } = await approved()
  expect(await printedApproval('00000000-0000-4000-8000-000000000000')).toBeNull()
  await db.approvalBatch.update({ where: { id: batch.id }, data: { state: 'cancelled' } })
  expect(await printedApproval(item.verifyCode)).toBeNull()
})

test('each code is its own, and of a version that was replaced the page says so', async () => {
  const { unit, person, item, head } = await approved()
  const { revision } = await aSubmission(person.recordId, 'approved')
  const at = new Date('2026-12-28T02:00:00Z')
  const { manifest, manifestSha256, root } = await db.approvalBatch.findFirstOrThrow({ where: { unitId: unit.id } })
  const later = await db.approvalBatch.create({
    data: {
      ...{
        unitId: unit.id,
        kind: 'monthly',
        period: '2026-12',
        number: 1,
        state: 'approved',
        manifest,
        manifestSha256,
      },
      ...{ root, count: 1, preparedById: head.user.id, frozenAt: at, closedAt: at },
      items: {
        create: {
          ...{ recordId: person.recordId, revisionId: revision.id, version: revision.version },
          ...{ leaf: revision.hash, kind: 'changed' },
        },
      },
    },
    include: { items: true },
  })
  expect(later.items[0]?.verifyCode).not.toBe(item.verifyCode)
  expect(await printedApproval(item.verifyCode)).toMatchObject({ standing: 'replaced', replacedAt: at })
})

test('an uploaded paper is the kept one, another, or unknown; a changed one is refused', async () => {
  const { unit, batch } = await approved()
  const kept = await judgeUpload(batch.signedPdf!, 'x.pdf', new Date('2027-03-01T00:00:00Z'))
  expect(kept).toMatchObject({ kept: 'same', unitName: unit.name, verdict: { valid: true } })

  const changed = Uint8Array.from(batch.signedPdf!)
  changed[2_000] = (changed[2_000] ?? 0) ^ 1
  expect(await judgeUpload(changed, 'x.pdf', NOW)).toMatchObject({ verdict: { valid: false } })

  const foreign = signWith(chain.signer(), await prepare(aStatement()))
  expect(await judgeUpload(foreign, 'x.pdf', NOW)).toMatchObject({ kept: 'unknown', verdict: { valid: true } })
  for (const bytes of [new Uint8Array(), Buffer.from('xin chào'), Buffer.from('%PDF-1.7\n%%EOF')])
    expect(await judgeUpload(bytes, 'x.pdf', NOW)).toMatchObject({ kept: 'unknown', verdict: { valid: false } })
})

test('an address that asks too often is slowed for the minute, others are not; a hundred at once get no more', async () => {
  const tries = await Promise.allSettled(Array.from({ length: 60 }, () => admitVisit('203.0.113.7', 'code', NOW)))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(CHECK_LIMITS.aMinute / CHECK_LIMITS.code)
  await expect(admitVisit('203.0.113.7', 'upload', NOW)).rejects.toMatchObject({ code: 'checkSlowed' })
  await admitVisit('203.0.113.8', 'upload', NOW)
  await admitVisit('203.0.113.7', 'code', new Date(NOW.getTime() + 60_000))
})

test('the person takes a proof of their own record; it leads to the signed root, and the officer’s taking is noted', async () => {
  const { unit, person, batch } = await approved()
  const { proof, name } = await recordEvidence(person.actor, person.recordId)
  expect(name).toMatch(/^bang-chung-ho-so-ban-\d+\.json$/)
  expect(proof).toMatchObject({ root: batch.root, batchId: batch.id, count: batch.count })
  expect(recordProof(proof.record, JSON.parse(batch.manifest), batch.manifestSha256)).toEqual(proof)
  const officer = await someone(unit, 'recordsOfficer')
  await recordEvidence(officer.actor, person.recordId)
  const noted = await db.auditEvent.findMany({ where: { subjectId: person.recordId, action: 'record.exported' } })
  expect(noted).toMatchObject([{ actorId: officer.actor.userId, detail: { format: 'json', of: 'approved' } }])
})

test('who reads the record with anything masked, or not at all, is given no proof', async () => {
  const { unit, person } = await approved()
  for (const role of ['unitAdmin', 'sealKeeper'] as const) {
    const { actor } = await someone(unit, role)
    await expect(recordEvidence(actor, person.recordId)).rejects.toMatchObject({
      code: expect.stringMatching(/notFound|purposeMissing/),
    })
  }
  await expect(recordEvidence(person.actor, 'x')).rejects.toMatchObject({ code: 'notFound' })
  const other = await someone(unit)
  await expect(recordEvidence(other.actor, other.recordId)).rejects.toMatchObject({ code: 'notFound' })
})
