import 'server-only'
import { z } from 'zod'
import { prepareSignature } from '@/lib/documents/pdf-signature/prepare'
import { signedAttributes } from '@/lib/documents/pdf-signature/signed-attributes'
import { Refusal } from '@/lib/domain/refusal'
import type { Call } from '../call'
import { db } from '../db'
import { type WaitingBatch, waitingBatch } from './batch-access'
import { refuseSignature } from './refuse-signature'
import { signingCertificate } from './signing-certificate'

const der = z.base64().max(20_000)

export const StartSignature = z.object({
  batchId: z.uuid(),
  certificate: der,
  /** Whatever other certificates the key file held. */
  intermediates: z.array(der).max(10).default([]),
})

/** Where the signature goes, where the paper ended before, and what else the key file brought. Kept between the two halves of signing. */
export type SigningGap = { start: number; end: number; paper: number; intermediates: string[] }

/**
 * First half of signing: the certificate is judged, the paper gets its gap, and the page gets what its key must sign.
 * May be asked again, with another certificate, as long as the batch waits.
 */
export async function startSignature(call: Call<z.output<typeof StartSignature>>) {
  const { transact, actor, input, now } = call
  const { batch, unit } = await waitingBatch(db, actor, input.batchId)
  requireOpener(batch, actor.userId)
  const given = {
    der: Buffer.from(input.certificate, 'base64'),
    intermediates: input.intermediates.map((one) => Buffer.from(one, 'base64')),
    now,
  }
  const { id: certificateId, certificate } = await refuseSignature(call, { batch, unit }, () =>
    signingCertificate(db, actor, given),
  )
  const { prepared, gap, digest, sha256 } = await prepareSignature(paperOf(batch), {
    reason: `Phê duyệt ${batch.count} hồ sơ`,
    at: now,
    signerName: certificate.commonName,
  })
  const attributes = signedAttributes(digest, certificate.der)
  const kept: SigningGap = { ...gap, paper: paperOf(batch).length, intermediates: input.intermediates }
  await transact(async (tx) => {
    const { count } = await tx.approvalBatch.updateMany({
      where: { id: batch.id, state: 'frozen' },
      data: {
        preparedPdf: new Uint8Array(prepared),
        preparedSha256: sha256,
        gap: kept,
        attributes: new Uint8Array(attributes),
        certificateId,
        signedAt: now,
      },
    })
    if (count === 0) throw new Refusal('batchNotFrozen', {})
  })
  return {
    attributes: Buffer.from(attributes).toString('base64'),
    /** SHA-256, hex, of the paper: the attributes must carry it, and the page sees to that. */
    digest: Buffer.from(digest).toString('hex'),
    count: batch.count,
  }
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
