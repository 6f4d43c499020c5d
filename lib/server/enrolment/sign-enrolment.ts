import 'server-only'
import { z } from 'zod'
import { assemble } from '@/lib/documents/pdf-signature/assemble'
import { prepareSignature } from '@/lib/documents/pdf-signature/prepare'
import { signedAttributes } from '@/lib/documents/pdf-signature/signed-attributes'
import { Refusal } from '@/lib/domain/refusal'
import type { Call } from '../call'
import { db } from '../db'
import { acceptableCertificate } from '../people/read-certificate'
import { isDemonstration, trustAnchors } from '../trust-anchors'
import { acceptEnrolment } from './accept-enrolment'
import { ownEnrolment } from './own-enrolment'

const der = z.base64().max(20_000)
type Gap = { start: number; end: number; intermediates: string[] }

export const StartEnrolment = z.object({
  id: z.uuid(),
  certificate: der,
  intermediates: z.array(der).max(10).default([]),
})

/** First half, for keys that sign a hash: the sheet gets its gap, and the page what its key must sign. */
export async function startEnrolment(call: Call<z.output<typeof StartEnrolment>>) {
  const { transact, input, now } = call
  const enrolment = await ownEnrolment(call)
  const own = Buffer.from(input.certificate, 'base64')
  const issuers = input.intermediates.map((one) => Buffer.from(one, 'base64'))
  const trust = { anchors: trustAnchors(), demonstration: isDemonstration(), at: now }
  const certificate = acceptableCertificate(own, trust, issuers)
  const { prepared, gap, digest, sha256 } = await prepareSignature(enrolment.paper, {
    reason: 'Đăng ký chứng thư số',
    at: now,
    signerName: certificate.commonName,
  })
  const attributes = signedAttributes(digest, certificate.der)
  const kept: Gap = { ...gap, intermediates: input.intermediates }
  await transact((tx) =>
    tx.certificateEnrolment.update({
      where: { id: enrolment.id, state: 'open' },
      data: {
        preparedPdf: new Uint8Array(prepared),
        preparedSha256: sha256,
        gap: kept,
        attributes: new Uint8Array(attributes),
        der: Uint8Array.from(certificate.der),
      },
    }),
  )
  return {
    attributes: Buffer.from(attributes).toString('base64'),
    digest: Buffer.from(digest).toString('hex'),
  }
}

export const CompleteEnrolment = z.object({ id: z.uuid(), signature: z.base64().max(4_000) })

/** Second half: the sheet is put together and judged like any other that comes back. */
export async function completeEnrolment(call: Call<z.output<typeof CompleteEnrolment>>) {
  const enrolment = await ownEnrolment(call)
  const { preparedPdf, preparedSha256, gap, attributes, der } = enrolment
  if (!preparedPdf || !preparedSha256 || !gap || !attributes || !der) throw new Refusal('enrolmentOver', {})
  const { start, end, intermediates } = gap as Gap
  const signedPdf = assemble({
    prepared: preparedPdf,
    gap: { start, end },
    attributes,
    signature: Buffer.from(call.input.signature, 'base64'),
    certificate: der,
    intermediates: intermediates.map((one) => Buffer.from(one, 'base64')),
  })
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
