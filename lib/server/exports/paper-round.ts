import 'server-only'
import type { ToSign } from '@/lib/documents/pdf-signature/prepare'
import { Refusal } from '@/lib/domain/refusal'
import type { LegalExport } from '@/prisma/generated/client'
import { db } from '../db'
import { type JudgedFile, judgeSigned } from '../signing/judge-signed'
import { fillGap, prepareGap } from '../signing/signature-gap'

type Prepare = { certificate: { id: string; der: Uint8Array }; intermediates: string[]; number: number | null }

/** First half: the paper gets its gap, and the page what its key must sign. */
export async function prepareRound(paper: Uint8Array, toSign: ToSign, { certificate, intermediates, number }: Prepare) {
  const { kept, toPage } = await prepareGap(paper, toSign, { certificate: certificate.der, intermediates })
  return { kept: { ...kept, gap: { ...kept.gap, number }, certificateId: certificate.id }, toPage }
}

/** Second half: the file is put together. Throws `batchChanged` where nothing was prepared. */
export async function assembleRound(found: LegalExport, signature: string) {
  const certificate = found.certificateId
    ? await db.signerCertificate.findUnique({ where: { id: found.certificateId } })
    : null
  const filled = fillGap(found, certificate?.der, signature)
  if (!filled || !certificate) throw new Refusal('batchChanged', {})
  const { number } = found.gap as { number: number | null }
  return { ...filled, certificate, number }
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
