import '../../support/every-way'
import '../../support/own-data-folder'
import { createHash } from 'node:crypto'
import { beforeAll, expect, test, vi } from 'vitest'
import { verifyPdf } from '@/lib/documents/pdf-signature/verify'
import type { Actor } from '@/lib/domain/policy'
import { db } from '@/lib/server/db'
import { exportFile } from '@/lib/server/exports/export-page'
import { takeSource, takeUpload } from '@/lib/server/signing/one-time-door'
import { openRemote } from '@/lib/server/signing/remote/open-remote'
import { trustAnchors } from '@/lib/server/trust-anchors'
import { signPdf } from '@/lib/simulators/vgca/tool-pdf'
import type { Signer } from '../../documents/a-chain'
import { NOW, someone } from '../../support/builders'
import { call, chain, register, trust } from '../../support/signing'
import { addresses, atAPortal, onToken } from '../../support/tool-signing'
import { anAgency, asked, sealed, signed } from './an-agency'

vi.setConfig({ testTimeout: 90_000 })
beforeAll(() => trust())

type Subject = 'export' | 'seal'
const rowOf = (id: string) => db.legalExport.findUniqueOrThrow({ where: { id } })
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** What the tool on the signer's machine does: fetch, sign, bring back. */
async function withTool(actor: Actor, subject: Subject, subjectId: string, key: Signer) {
  const { source, upload } = await addresses(actor, { subject, subjectId, way: 'vgca' })
  return takeUpload(upload, signPdf((await takeSource(source, NOW)).pdf, onToken(key), { at: NOW }), NOW)
}

async function atTheirDesks() {
  const agency = await anAgency()
  return { ...agency, head: await atAPortal(agency.headActor), seals: await atAPortal(agency.keeper.actor) }
}

test('R78: head and keeper sign with the tool on their machines: issued, and both signatures hold', async () => {
  const agency = await atTheirDesks()
  const id = await asked(agency)
  expect(await withTool(agency.head, 'export', id, agency.key)).toBeNull()
  expect(await rowOf(id)).toMatchObject({ state: 'signed', signerId: agency.head.userId, number: null })
  expect(await withTool(agency.seals, 'seal', id, agency.seal)).toBeNull()
  const whole = await rowOf(id)
  expect(whole).toMatchObject({ state: 'issued', number: 1, year: 2026, sealedById: agency.seals.userId })
  const verdict = await verifyPdf(whole.signedPdf!, { anchors: trustAnchors(), at: NOW, demonstration: true })
  expect(verdict).toMatchObject({ valid: true, manifest: { exportId: id } })
  expect(verdict.signatures.map(({ field, provenAt }) => [field, provenAt !== null])).toEqual([
    ['NguoiCoThamQuyen', true],
    ['CoQuan', true],
  ])
})

test('R78: the file that was read is the file that is signed elsewhere and uploaded; what changed meanwhile is refused', async () => {
  const agency = await atTheirDesks()
  const id = await asked(agency)
  const { pdf: read } = await exportFile(call(agency.head, { exportId: id }))
  const { upload } = await addresses(agency.head, { subject: 'export', subjectId: id, way: 'upload' })
  // Offered again the same.
  expect(sha256((await exportFile(call(agency.head, { exportId: id }))).pdf)).toBe(sha256(read))
  expect(await takeUpload(upload, signPdf(read, onToken(agency.key), { at: NOW }), NOW)).toBeNull()

  const { pdf: numbered } = await exportFile(call(agency.seals, { exportId: id, toSeal: true }))
  const { upload: late } = await addresses(agency.seals, { subject: 'seal', subjectId: id, way: 'upload' })
  const sealedElsewhere = signPdf(numbered, onToken(agency.seal), { at: NOW })
  // Another document of the agency takes the number first: the paper with that number is not issued.
  const colleague = await someone(agency.unit)
  await db.legalExport.create({
    data: {
      ...{
        kind: 'list',
        state: 'issued',
        unitId: agency.unit.id,
        subjectName: 'x',
        purpose: 'x',
        number: 1,
        year: 2026,
      },
      ...{ requestedById: colleague.actor.userId, requestedBy: 'x', requestedAt: NOW },
    },
  })
  expect((await takeUpload(late, sealedElsewhere, NOW))?.code).toBe('batchChanged')
  await expect(exportFile(call(agency.head, { exportId: id, toSeal: true }))).rejects.toMatchObject({
    code: 'notFound',
  })
  expect(await rowOf(id)).toMatchObject({ state: 'signed', number: null })
})

test('R78: a certificate of somebody else, of the agency in the head’s place or of the head in the agency’s is refused', async () => {
  const agency = await atTheirDesks()
  const id = await asked(agency)
  const stranger = chain.signer({ name: 'Người khác' })
  await register(agency.person.actor.userId, agency.unit, stranger)
  expect((await withTool(agency.head, 'export', id, stranger))?.code).toBe('signatureRefused')
  expect((await withTool(agency.head, 'export', id, agency.seal))?.code).toBe('signatureRefused')
  await signed(agency.headActor, id, agency.key)
  expect((await withTool(agency.seals, 'seal', id, agency.key))?.code).toBe('signatureRefused')
  expect(await rowOf(id)).toMatchObject({ state: 'signed', number: null })
  expect(await db.auditEvent.count({ where: { subjectId: id, action: 'export.signatureRefused' } })).toBe(3)
  const remote = openRemote(call(agency.seals, { subject: 'seal', subjectId: id, account: null }))
  await expect(remote).rejects.toMatchObject({ code: 'remoteAccountMissing' })
  await sealed(agency.keeper.actor, id, agency.seal)
})
