import 'server-only'
import { z } from 'zod'
import { Refusal } from '@/lib/domain/refusal'
import type { Call } from '../call'
import { db } from '../db'
import { bytesOf, prepareGap, SHOWN_KEY, type SigningGap } from '../signing/signature-gap'
import { pictureOf } from '../signing/signature-picture'
import { type WaitingBatch, waitingBatch } from './batch-access'
import { refuseSignature } from './refuse-signature'
import { signingCertificate } from './signing-certificate'

export const StartSignature = z.object({ batchId: z.uuid(), ...SHOWN_KEY })

/**
 * First half of signing: the certificate is judged, the paper gets its gap, and the page gets what its key must sign.
 * May be asked again, with another certificate, as long as the batch waits.
 */
export async function startSignature(call: Call<z.output<typeof StartSignature>>) {
  const { transact, actor, input, now } = call
  const { batch, unit } = await waitingBatch(db, actor, input.batchId)
  requireOpener(batch, actor.userId)
  const given = { der: bytesOf(input.certificate), intermediates: input.intermediates.map(bytesOf), now }
  const { id: certificateId, certificate } = await refuseSignature(call, { batch, unit }, () =>
    signingCertificate(db, actor, given),
  )
  const picture = await pictureOf({ userId: actor.userId })
  const { kept, toPage } = await prepareGap(
    paperOf(batch),
    { reason: `Phê duyệt ${batch.count} hồ sơ`, at: now, signerName: certificate.commonName, picture },
    { certificate: certificate.der, intermediates: input.intermediates },
  )
  await transact(async (tx) => {
    const { count } = await tx.approvalBatch.updateMany({
      where: { id: batch.id, state: 'frozen' },
      data: { ...kept, certificateId, signedAt: now },
    })
    if (count === 0) throw new Refusal('batchNotFrozen', {})
  })
  return { ...toPage, count: batch.count }
}

/** The manifest names the one who signs: it was made for the head who opened the batch. */
export function requireOpener({ preparedById, approverName }: WaitingBatch, userId: string) {
  if (preparedById !== userId) throw new Refusal('batchOfAnother', { name: approverName ?? '' })
}

/** The paper without the gap of an earlier try: that was only appended. */
export function paperOf({ preparedPdf, gap }: Pick<WaitingBatch, 'preparedPdf' | 'gap'>): Uint8Array {
  if (!preparedPdf) throw new Error('A frozen batch without its paper')
  return gap ? preparedPdf.subarray(0, (gap as SigningGap).paper) : preparedPdf
}
