import 'server-only'
import type { z } from 'zod'
import { AGENCY_FIELD } from '@/lib/documents/signature-field'
import { Refusal } from '@/lib/domain/refusal'
import type { Call } from '../call'
import { db } from '../db'
import { bytesOf, fillGap, prepareGap } from '../signing/signature-gap'
import { pictureOf } from '../signing/signature-picture'
import { acceptSeal } from './accept-seal'
import { agencyCertificate } from './agency-certificate'
import { exportToSeal } from './export-access'
import { keepingRefusals } from './keeping-refusals'
import { sealingPaper } from './sealing-paper'
import { type CompleteExport, certificateOf, type StartExport } from './sign-export'

/** First half of the agency's signature, for keys that sign a hash. */
export async function startSeal(call: Call<z.output<typeof StartExport>>) {
  const { transact, actor, input, now } = call
  const found = await exportToSeal(db, actor, input.exportId)
  return keepingRefusals(call, found, async () => {
    const certificate = await agencyCertificate(found.unitId, { der: bytesOf(input.certificate), now })
    const picture = await pictureOf({ unitId: found.unitId })
    const { kept, toPage } = await prepareGap(
      await sealingPaper(call, found),
      { reason: 'Phát hành văn bản', at: now, signerName: found.unit.name, field: AGENCY_FIELD, picture },
      { certificate: certificate.der, intermediates: input.intermediates },
    )
    await transact(async (tx) => {
      const { count } = await tx.legalExport.updateMany({
        where: { id: found.id, state: 'signed' },
        data: { ...kept, certificateId: certificate.id },
      })
      if (count === 0) throw new Refusal('exportDecided', {})
    })
    return toPage
  })
}

/** Second half: put together, judged, and with both signatures holding issued. */
export async function completeSeal(call: Call<z.output<typeof CompleteExport>>) {
  const { actor, input } = call
  const found = await exportToSeal(db, actor, input.exportId)
  return keepingRefusals(call, found, async () => {
    const filled = fillGap(found, await certificateOf(found.certificateId), input.signature)
    if (!filled) throw new Refusal('batchChanged', {})
    const { pdf: signedPdf, preparedSha256 } = filled
    return acceptSeal(call, { found, signedPdf, expected: { preparedSha256 } })
  })
}
