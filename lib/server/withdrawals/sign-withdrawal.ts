import 'server-only'
import { z } from 'zod'
import { assemble } from '@/lib/documents/pdf-signature/assemble'
import { prepareSignature } from '@/lib/documents/pdf-signature/prepare'
import { signedAttributes } from '@/lib/documents/pdf-signature/signed-attributes'
import { Refusal } from '@/lib/domain/refusal'
import { signingCertificate } from '../approvals/signing-certificate'
import type { Call } from '../call'
import { db } from '../db'
import { acceptWithdrawal } from './accept-withdrawal'
import { ownWithdrawal } from './own-withdrawal'

const der = z.base64().max(20_000)
type Gap = { start: number; end: number; intermediates: string[] }

export const StartWithdrawal = z.object({
  id: z.uuid(),
  certificate: der,
  intermediates: z.array(der).max(10).default([]),
})

/** First half, for keys that sign a hash: the paper gets its gap, and the page what its key must sign. */
export async function startWithdrawal(call: Call<z.output<typeof StartWithdrawal>>) {
  const { transact, actor, input, now } = call
  const { withdrawal } = await ownWithdrawal(call)
  const given = {
    der: Buffer.from(input.certificate, 'base64'),
    intermediates: input.intermediates.map((one) => Buffer.from(one, 'base64')),
    now,
  }
  const { id: certificateId, certificate } = await signingCertificate(db, actor, given)
  const { prepared, gap, digest, sha256 } = await prepareSignature(withdrawal.paper, {
    reason: `Rút phê duyệt ${withdrawal.count} hồ sơ`,
    at: now,
    signerName: certificate.commonName,
  })
  const attributes = signedAttributes(digest, certificate.der)
  const kept: Gap = { ...gap, intermediates: input.intermediates }
  await transact(async (tx) => {
    const { count } = await tx.approvalWithdrawal.updateMany({
      where: { id: withdrawal.id, state: 'open' },
      data: {
        ...{ preparedPdf: new Uint8Array(prepared), preparedSha256: sha256, gap: kept, certificateId },
        attributes: new Uint8Array(attributes),
      },
    })
    if (count === 0) throw new Refusal('withdrawalOver', {})
  })
  return {
    attributes: Buffer.from(attributes).toString('base64'),
    digest: Buffer.from(digest).toString('hex'),
  }
}

export const CompleteWithdrawal = z.object({ id: z.uuid(), signature: z.base64().max(4_000) })

/** Second half: the paper is put together and judged like any other that comes back. */
export async function completeWithdrawal(call: Call<z.output<typeof CompleteWithdrawal>>) {
  const { withdrawal, unit } = await ownWithdrawal(call)
  const { preparedPdf, preparedSha256, gap, attributes, certificateId } = withdrawal
  if (!preparedPdf || !preparedSha256 || !gap || !attributes || !certificateId) throw new Refusal('withdrawalOver', {})
  const certificate = await db.signerCertificate.findUniqueOrThrow({ where: { id: certificateId } })
  const { start, end, intermediates } = gap as Gap
  const signedPdf = assemble({
    prepared: preparedPdf,
    gap: { start, end },
    attributes,
    signature: Buffer.from(call.input.signature, 'base64'),
    certificate: certificate.der,
    intermediates: intermediates.map((one) => Buffer.from(one, 'base64')),
  })
  return acceptWithdrawal(call, { withdrawal, unit, signedPdf, expected: { preparedSha256 } })
}

/** Gives up a paper that was not signed. */
export async function cancelWithdrawal(call: Call<{ id: string }>) {
  const { withdrawal } = await ownWithdrawal(call)
  await call.transact((tx) =>
    tx.approvalWithdrawal.updateMany({
      where: { id: withdrawal.id, state: 'open' },
      data: { state: 'cancelled', closedAt: call.now },
    }),
  )
}
