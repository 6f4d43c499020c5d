import 'server-only'
import { z } from 'zod'
import { Refusal } from '@/lib/domain/refusal'
import type { Call } from '../call'
import { db } from '../db'
import { acceptableCertificate } from '../people/read-certificate'
import { bytesOf, fillGap, prepareGap, RAW_SIGNATURE, SHOWN_KEY } from '../signing/signature-gap'
import { isDemonstration, trustAnchors } from '../trust-anchors'
import { acceptEnrolment } from './accept-enrolment'
import { ownEnrolment } from './own-enrolment'

export const StartEnrolment = z.object({ id: z.uuid(), ...SHOWN_KEY })

/** First half, for keys that sign a hash: the sheet gets its gap, and the page what its key must sign. */
export async function startEnrolment(call: Call<z.output<typeof StartEnrolment>>) {
  const { transact, input, now } = call
  const enrolment = await ownEnrolment(call)
  const trust = { anchors: trustAnchors(), demonstration: isDemonstration(), at: now }
  const certificate = acceptableCertificate(bytesOf(input.certificate), trust, input.intermediates.map(bytesOf))
  const { kept, toPage } = await prepareGap(
    enrolment.paper,
    { reason: 'Đăng ký chứng thư số', at: now, signerName: certificate.commonName },
    { certificate: certificate.der, intermediates: input.intermediates },
  )
  await transact((tx) =>
    tx.certificateEnrolment.update({
      where: { id: enrolment.id, state: 'open' },
      data: { ...kept, der: Uint8Array.from(certificate.der) },
    }),
  )
  return toPage
}

export const CompleteEnrolment = z.object({ id: z.uuid(), signature: RAW_SIGNATURE })

/** Second half: the sheet is put together and judged like any other that comes back. */
export async function completeEnrolment(call: Call<z.output<typeof CompleteEnrolment>>) {
  const enrolment = await ownEnrolment(call)
  const filled = fillGap(enrolment, enrolment.der, call.input.signature)
  if (!filled) throw new Refusal('enrolmentOver', {})
  const { pdf: signedPdf, preparedSha256 } = filled
  return acceptEnrolment(call, { enrolment, signedPdf, expected: { preparedSha256 } })
}

/** Where one's own sheet is taken away, while it waits for the signature. */
export async function ownSheet(call: Pick<Call<{ id: string }>, 'actor' | 'input' | 'now'>) {
  const { paper } = await ownEnrolment(call)
  return { pdf: new Uint8Array(paper), name: 'phieu-dang-ky-chung-thu.pdf' }
}

/** Gives up a sheet that was not signed, or takes back one that waits for being confirmed. */
export async function cancelEnrolment({ actor, input, now }: Call<{ id: string }>) {
  const { count } = await db.certificateEnrolment.updateMany({
    where: { id: input.id, userId: actor.userId, state: { in: ['open', 'signed'] } },
    data: { state: 'cancelled', decidedAt: now },
  })
  if (count === 0) throw new Refusal('enrolmentOver', {})
}
