import 'server-only'
import { z } from 'zod'
import { assemble } from '@/lib/documents/pdf-signature/assemble'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { Call } from '../call'
import { db } from '../db'
import { acceptSigned } from './accept-signed'
import { type WaitingBatch, waitingBatch } from './batch-access'
import { refuseSignature } from './refuse-signature'
import { requireOpener, type SigningGap } from './start-signature'

export const CompleteBatch = z.object({ batchId: z.uuid(), signature: z.base64().max(4_000) })

/** Second half of signing: the file is put together, then judged and accepted like any other. */
export async function completeBatch(call: Call<z.output<typeof CompleteBatch>>) {
  const { actor, input } = call
  const { batch, unit } = await waitingBatch(db, actor, input.batchId)
  requireOpener(batch, actor.userId)
  return refuseSignature(call, { batch, unit }, () =>
    acceptSigned(call, {
      batch,
      unit,
      signedPdf: signedFile(batch, Buffer.from(input.signature, 'base64')),
      expected: { preparedSha256: batch.preparedSha256 ?? '' },
      registered: registeredFor(batch, actor),
    }),
  )
}

function signedFile({ preparedPdf, gap, attributes, certificate }: WaitingBatch, signature: Uint8Array): Uint8Array {
  if (!preparedPdf || !gap || !attributes || !certificate) throw new Refusal('batchChanged', {})
  const { start, end, intermediates } = gap as SigningGap
  try {
    return assemble({
      prepared: preparedPdf,
      gap: { start, end },
      attributes,
      signature,
      certificate: certificate.der,
      intermediates: intermediates.map((one) => Buffer.from(one, 'base64')),
    })
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal('signatureRefused', { reasons: ['chữ ký dài quá mức'] })
    throw error
  }
}

/** A certificate withdrawn since the first half of signing no longer counts. */
const registeredFor = ({ certificate }: WaitingBatch, actor: Actor) =>
  certificate && certificate.userId === actor.userId && certificate.withdrawnAt === null
    ? [certificate.fingerprint]
    : []
