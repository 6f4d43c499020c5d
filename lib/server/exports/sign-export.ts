import 'server-only'
import { z } from 'zod'
import { APPROVER_FIELD } from '@/lib/documents/signature-field'
import { KIND_WORDS } from '@/lib/domain/exports/export-words'
import { Refusal } from '@/lib/domain/refusal'
import type { Prisma } from '@/prisma/generated/client'
import { signingCertificate } from '../approvals/signing-certificate'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { db } from '../db'
import { bytesOf, RAW_SIGNATURE, SHOWN_KEY } from '../signing/signature-gap'
import { exportToSign } from './export-access'
import { exportPaper } from './export-paper'
import { keepingRefusals } from './keeping-refusals'
import { assembleRound, judgeRound, prepareRound } from './paper-round'

export const StartExport = z.object({ exportId: z.uuid(), ...SHOWN_KEY })
export const CompleteExport = z.object({ exportId: z.uuid(), signature: RAW_SIGNATURE })

/** First half of the competent person's signature: the paper is made of what is approved now, for this signer. */
export async function startExportSignature(call: Call<z.output<typeof StartExport>>) {
  const { transact, actor, input, now } = call
  const found = await exportToSign(db, actor, input.exportId)
  return keepingRefusals(call, found, async () => {
    const given = { der: bytesOf(input.certificate), intermediates: input.intermediates.map(bytesOf), now }
    const { id, certificate } = await signingCertificate(db, actor, given)
    const { pdf, text, statement } = await exportPaper(actor, found, now)
    const { kept, toPage } = await prepareRound(
      pdf,
      { reason: KIND_WORDS[found.kind].name, at: now, signerName: certificate.commonName },
      { certificate: { id, der: certificate.der }, intermediates: input.intermediates, number: null },
    )
    const signer = { signerId: actor.userId, signerName: actor.personName, signerTitle: statement.signer.title }
    await transact(async (tx) => {
      const { count } = await tx.legalExport.updateMany({
        where: { id: found.id, state: 'requested' },
        data: { ...kept, ...signer, statement: text, paperPdf: new Uint8Array(pdf) },
      })
      if (count === 0) throw new Refusal('exportDecided', {})
    })
    return toPage
  })
}

/** Second half: judged, and from then on waiting for the agency's seal. */
export async function completeExportSignature(call: Call<z.output<typeof CompleteExport>>) {
  const { transact, actor, input, now } = call
  const found = await exportToSign(db, actor, input.exportId)
  return keepingRefusals(call, found, async () => {
    if (found.signerId !== actor.userId) throw new Refusal('batchOfAnother', { name: found.signerName ?? '' })
    const { pdf, certificate, preparedSha256 } = await assembleRound(found, input.signature)
    const own = certificate.userId === actor.userId && certificate.withdrawnAt === null ? [certificate.fingerprint] : []
    const { pdf: kept, verdict } = await judgeRound(pdf, {
      ...{ signatures: 1, registered: { [APPROVER_FIELD]: own }, preparedSha256, at: now, exportId: found.id },
    })
    await transact(async (tx) => {
      const { count } = await tx.legalExport.updateMany({
        where: { id: found.id, state: 'requested', preparedSha256 },
        data: {
          ...{ state: 'signed', signedPdf: new Uint8Array(kept), signedAt: now, signerCertificateId: certificate.id },
          verdict: verdict as unknown as Prisma.InputJsonValue,
          ...{ preparedPdf: null, preparedSha256: null, attributes: null, certificateId: null },
        },
      })
      if (count === 0) throw new Refusal('exportDecided', {})
      const subject = { type: 'export', id: found.id, name: found.subjectName } as const
      const detail = { kind: found.kind, serial: certificate.serial }
      await writeAudit(tx, actor, { action: 'export.signed', subject, unitPath: found.unit.path, detail }, now)
    })
    return { exportId: found.id }
  })
}
