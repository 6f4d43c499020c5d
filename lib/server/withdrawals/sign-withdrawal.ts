import 'server-only'
import { z } from 'zod'
import { Refusal } from '@/lib/domain/refusal'
import { signingCertificate } from '../approvals/signing-certificate'
import type { Call } from '../call'
import { db } from '../db'
import { bytesOf, fillGap, prepareGap, RAW_SIGNATURE, SHOWN_KEY } from '../signing/signature-gap'
import { pictureOf } from '../signing/signature-picture'
import { acceptWithdrawal } from './accept-withdrawal'
import { ownWithdrawal } from './own-withdrawal'

export const StartWithdrawal = z.object({ id: z.uuid(), ...SHOWN_KEY })

/** First half, for keys that sign a hash: the paper gets its gap, and the page what its key must sign. */
export async function startWithdrawal(call: Call<z.output<typeof StartWithdrawal>>) {
  const { transact, actor, input, now } = call
  const { withdrawal } = await ownWithdrawal(call)
  const given = { der: bytesOf(input.certificate), intermediates: input.intermediates.map(bytesOf), now }
  const { id: certificateId, certificate } = await signingCertificate(db, actor, given)
  const picture = await pictureOf({ userId: actor.userId })
  const { kept, toPage } = await prepareGap(
    withdrawal.paper,
    { reason: `Rút phê duyệt ${withdrawal.count} hồ sơ`, at: now, signerName: certificate.commonName, picture },
    { certificate: certificate.der, intermediates: input.intermediates },
  )
  await transact(async (tx) => {
    const { count } = await tx.approvalWithdrawal.updateMany({
      where: { id: withdrawal.id, state: 'open' },
      data: { ...kept, certificateId },
    })
    if (count === 0) throw new Refusal('withdrawalOver', {})
  })
  return toPage
}

export const CompleteWithdrawal = z.object({ id: z.uuid(), signature: RAW_SIGNATURE })

/** Second half: the paper is put together and judged like any other that comes back. */
export async function completeWithdrawal(call: Call<z.output<typeof CompleteWithdrawal>>) {
  const { withdrawal, unit } = await ownWithdrawal(call)
  const { certificateId: id } = withdrawal
  const certificate = id ? await db.signerCertificate.findUnique({ where: { id } }) : null
  const filled = fillGap(withdrawal, certificate?.der, call.input.signature)
  if (!filled) throw new Refusal('withdrawalOver', {})
  const { pdf: signedPdf, preparedSha256 } = filled
  return acceptWithdrawal(call, { withdrawal, unit, signedPdf, expected: { preparedSha256 } })
}

/** Gives up a paper that was not signed, or whose signature waits for the authority. */
export async function cancelWithdrawal(call: Call<{ id: string }>) {
  const { withdrawal } = await ownWithdrawal(call, ['open', 'waiting'])
  await call.transact((tx) =>
    tx.approvalWithdrawal.updateMany({
      where: { id: withdrawal.id, state: withdrawal.state },
      data: { state: 'cancelled', closedAt: call.now, askAgainAt: null },
    }),
  )
}
