import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { Call } from '../call'
import { db } from '../db'
import { fillGap, RAW_SIGNATURE } from '../signing/signature-gap'
import { acceptSigned } from './accept-signed'
import { type WaitingBatch, waitingBatch } from './batch-access'
import { refuseSignature } from './refuse-signature'
import { requireOpener } from './start-signature'

export const CompleteBatch = z.object({ batchId: z.uuid(), signature: RAW_SIGNATURE })

/** Second half of signing: the file is put together, then judged and accepted like any other. */
export async function completeBatch(call: Call<z.output<typeof CompleteBatch>>) {
  const { actor, input } = call
  const { batch, unit } = await waitingBatch(db, actor, input.batchId)
  requireOpener(batch, actor.userId)
  return refuseSignature(call, { batch, unit }, () => {
    const filled = fillGap(batch, batch.certificate?.der, input.signature)
    if (!filled) throw new Refusal('batchChanged', {})
    const { pdf: signedPdf, preparedSha256 } = filled
    const registered = registeredFor(batch, actor)
    return acceptSigned(call, { batch, unit, signedPdf, expected: { preparedSha256 }, registered })
  })
}

/** A certificate withdrawn since the first half of signing no longer counts. */
const registeredFor = ({ certificate }: WaitingBatch, actor: Actor) =>
  certificate && certificate.userId === actor.userId && certificate.withdrawnAt === null
    ? [certificate.fingerprint]
    : []
