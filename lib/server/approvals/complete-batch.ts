import 'server-only'
import { z } from 'zod'
import { assemble } from '@/lib/documents/pdf-signature/assemble'
import type { Verdict } from '@/lib/documents/pdf-signature/verdict'
import { verifyPdf } from '@/lib/documents/pdf-signature/verify'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { Call } from '../call'
import { db } from '../db'
import { isDemonstration, trustAnchors } from '../trust-anchors'
import { approve } from './approve'
import { type WaitingBatch, waitingBatch } from './batch-access'
import { refuseSignature } from './refuse-signature'
import { requireApprover } from './require-approver'
import { requireOpener, type SigningGap } from './start-signature'

export const CompleteBatch = z.object({ batchId: z.uuid(), signature: z.base64().max(4_000) })

/**
 * Second half of signing: the file is put together, judged as if a stranger had sent it, and only then believed. Everything the
 * approval brings about happens in one transaction; whatever is refused leaves the batch frozen.
 */
export async function completeBatch(call: Call<z.output<typeof CompleteBatch>>) {
  const { transact, actor, input, now } = call
  const { batch, unit } = await waitingBatch(db, actor, input.batchId)
  requireOpener(batch, actor.userId)
  return refuseSignature(call, { batch, unit }, async () => {
    const signedPdf = signedFile(batch, Buffer.from(input.signature, 'base64'))
    const verdict = await verifyPdf(signedPdf, {
      file: fileName(batch),
      anchors: trustAnchors(),
      at: now,
      registered: registeredFor(batch, actor),
      preparedSha256: batch.preparedSha256 ?? '',
      demonstration: isDemonstration(),
    })
    requireValid(verdict, batch)
    await requireApprover(db, batch, actor.today)
    await transact((tx) => approve(tx, { actor, batch, unit, signedPdf, verdict, now }))
    return { count: batch.count }
  })
}

export const fileName = ({ kind, period, number }: Pick<WaitingBatch, 'kind' | 'period' | 'number'>) =>
  `phe-duyet-${period}-${kind === 'adHoc' ? 'ky-rieng' : 'dot'}-${number}.pdf`

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

function requireValid({ valid, reasons, manifest }: Verdict, batch: WaitingBatch) {
  if (!valid)
    throw new Refusal('signatureRefused', { reasons: reasons.map(({ message }) => message.replace(/\.$/, '')) })
  const ours = manifest?.batchId === batch.id && manifest.root === batch.root && manifest.count === batch.count
  if (!ours) throw new Refusal('batchChanged', {})
}
