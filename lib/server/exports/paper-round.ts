import 'server-only'
import { assemble } from '@/lib/documents/pdf-signature/assemble'
import { prepareSignature, type ToSign } from '@/lib/documents/pdf-signature/prepare'
import { signedAttributes } from '@/lib/documents/pdf-signature/signed-attributes'
import { Refusal } from '@/lib/domain/refusal'
import type { LegalExport } from '@/prisma/generated/client'
import { db } from '../db'
import { type JudgedFile, judgeSigned } from '../signing/judge-signed'

/** What is kept between the two halves of signing. */
type Round = { start: number; end: number; intermediates: string[]; number: number | null }

type Prepare = { certificate: { id: string; der: Uint8Array }; intermediates: string[]; number: number | null }

/** First half: the paper gets its gap, and the page what its key must sign. */
export async function prepareRound(paper: Uint8Array, toSign: ToSign, { certificate, intermediates, number }: Prepare) {
  const { prepared, gap, digest, sha256 } = await prepareSignature(paper, toSign)
  const attributes = signedAttributes(digest, certificate.der)
  const round: Round = { ...gap, intermediates, number }
  return {
    kept: {
      ...{ preparedPdf: new Uint8Array(prepared), preparedSha256: sha256, gap: round },
      ...{ attributes: new Uint8Array(attributes), certificateId: certificate.id },
    },
    toPage: {
      attributes: Buffer.from(attributes).toString('base64'),
      digest: Buffer.from(digest).toString('hex'),
    },
  }
}

/** Second half: the file is put together. Throws `batchChanged` where nothing was prepared. */
export async function assembleRound(found: LegalExport, signature: string) {
  const certificate = found.certificateId
    ? await db.signerCertificate.findUnique({ where: { id: found.certificateId } })
    : null
  const { preparedPdf, preparedSha256, gap, attributes } = found
  if (!preparedPdf || !preparedSha256 || !gap || !attributes || !certificate) throw new Refusal('batchChanged', {})
  const { start, end, intermediates, number } = gap as unknown as Round
  try {
    const pdf = assemble({
      ...{ prepared: preparedPdf, gap: { start, end }, attributes, signature: Buffer.from(signature, 'base64') },
      ...{ certificate: certificate.der, intermediates: intermediates.map((one) => Buffer.from(one, 'base64')) },
    })
    return { pdf, certificate, preparedSha256, number }
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal('signatureRefused', { reasons: ['chữ ký dài quá mức'] })
    throw error
  }
}

type Expected = {
  signatures: 1 | 2
  registered: Record<string, string[]>
  preparedSha256: string
  at: Date
  exportId: string
}

/**
 * Judges the file as if a stranger had sent it; the one that is answered, stamped, is to be kept. Throws `signatureRefused` with every
 * reason, also while the authorities do not answer: a document is issued on the day it is signed, or signed again.
 */
export async function judgeRound(pdf: Uint8Array, { exportId, at, ...expected }: Expected): Promise<JudgedFile> {
  const judged = await judgeSigned(pdf, {
    ...expected,
    ...{ receivedAt: at, now: at, file: `van-ban-${exportId}.pdf` },
  })
  const { valid, reasons, awaits, manifest } = judged.verdict
  const against = [...reasons, ...(valid ? awaits : [])]
  if (against.length > 0)
    throw new Refusal('signatureRefused', { reasons: against.map(({ message }) => message.replace(/\.$/, '')) })
  if (manifest?.type !== 'hscbcc.export/1' || manifest.exportId !== exportId) throw new Refusal('batchChanged', {})
  return judged
}
