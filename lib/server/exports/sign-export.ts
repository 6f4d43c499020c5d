import 'server-only'
import { z } from 'zod'
import { KIND_WORDS } from '@/lib/domain/exports/export-words'
import { Refusal } from '@/lib/domain/refusal'
import { signingCertificate } from '../approvals/signing-certificate'
import type { Call } from '../call'
import { db } from '../db'
import { bytesOf, fillGap, prepareGap, RAW_SIGNATURE, SHOWN_KEY } from '../signing/signature-gap'
import { pictureOf } from '../signing/signature-picture'
import { acceptSignature } from './accept-signature'
import { exportToSign } from './export-access'
import { keepingRefusals } from './keeping-refusals'
import { offeredPaper } from './offered-paper'

export const StartExport = z.object({ exportId: z.uuid(), ...SHOWN_KEY })
export const CompleteExport = z.object({ exportId: z.uuid(), signature: RAW_SIGNATURE })

/** First half of the competent person's signature, for keys that sign a hash. */
export async function startExportSignature(call: Call<z.output<typeof StartExport>>) {
  const { transact, actor, input, now } = call
  const found = await exportToSign(db, actor, input.exportId)
  return keepingRefusals(call, found, async () => {
    const given = { der: bytesOf(input.certificate), intermediates: input.intermediates.map(bytesOf), now }
    const { id, certificate } = await signingCertificate(db, actor, given)
    const picture = await pictureOf({ userId: actor.userId })
    const { kept, toPage } = await prepareGap(
      await offeredPaper(call, found),
      { reason: KIND_WORDS[found.kind].name, at: now, signerName: certificate.commonName, picture },
      { certificate: certificate.der, intermediates: input.intermediates },
    )
    await transact(async (tx) => {
      const { count } = await tx.legalExport.updateMany({
        where: { id: found.id, state: 'requested', signerId: actor.userId },
        data: { ...kept, certificateId: id },
      })
      if (count === 0) throw new Refusal('exportDecided', {})
    })
    return toPage
  })
}

/** Second half: put together, judged, and from then on waiting for the agency's seal. */
export async function completeExportSignature(call: Call<z.output<typeof CompleteExport>>) {
  const { actor, input } = call
  const found = await exportToSign(db, actor, input.exportId)
  return keepingRefusals(call, found, async () => {
    const filled = fillGap(found, await certificateOf(found.certificateId), input.signature)
    if (!filled) throw new Refusal('batchChanged', {})
    const { pdf: signedPdf, preparedSha256 } = filled
    return acceptSignature(call, { found, signedPdf, expected: { preparedSha256 } })
  })
}

export const certificateOf = async (id: string | null) =>
  id === null ? null : (await db.signerCertificate.findUnique({ where: { id }, select: { der: true } }))?.der
