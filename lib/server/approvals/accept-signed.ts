import 'server-only'
import { isOpen, type Verdict } from '@/lib/documents/pdf-signature/verdict'
import { Refusal } from '@/lib/domain/refusal'
import type { Call } from '../call'
import { db, type Tx } from '../db'
import { env } from '../env'
import { judgeSigned } from '../signing/judge-signed'
import { approve } from './approve'
import { awaitAuthority } from './await-authority'
import type { BatchUnit, WaitingBatch } from './batch-access'
import { requireApprover } from './require-approver'

/** What the returned file must be: our prepared file with its gap filled, or our paper with something of the tool's behind it. */
export type Expected = { preparedSha256: string } | { startsWith: Uint8Array }

export type Returned = {
  batch: WaitingBatch
  unit: BatchUnit
  signedPdf: Uint8Array
  expected: Expected
  /** Fingerprints of the certificates that may have signed it. */
  registered: readonly string[]
}

/**
 * Whatever way a signed paper came back: it is judged as if a stranger had sent it, and only then believed. Everything the approval
 * brings about happens in one transaction; whatever is refused leaves the batch frozen.
 */
export async function acceptSigned({ transact, actor, now }: Omit<Call<unknown>, 'input'>, returned: Returned) {
  const { batch, unit, signedPdf: given, expected, registered } = returned
  const { pdf: signedPdf, verdict } = await judgeSigned(given, {
    ...{ file: fileName(batch), registered, ...expected },
    ...{ session: { from: batch.frozenAt, until: now }, receivedAt: now, now },
  })
  requireValid(verdict, batch)
  if (env.TSA_REQUIRED === '1' && isOpen(verdict, 'timeStampMissing')) throw new Refusal('signatureRefused', UNSTAMPED)
  await requireApprover(db, batch, actor.today)
  const signed = { acting: actor, approver: actor, batch, unit, signedPdf, verdict, receivedAt: now, now }
  // Who may have been revoked is believed when the authority has answered; until then everything stays locked.
  const waits = isOpen(verdict, 'revocationUnknown')
  await transact(async (tx) => {
    await (waits ? awaitAuthority(tx, signed) : approve(tx, signed))
    await noteCertificate(tx, batch.id, verdict)
  })
  return { count: batch.count, waits }
}

/** With which certificate it was signed: of a whole file nobody knows that before. */
async function noteCertificate(tx: Tx, batchId: string, { signatures }: Verdict) {
  const fingerprint = signatures[0]?.fingerprint ?? ''
  const certificate = await tx.signerCertificate.findUnique({ where: { fingerprint }, select: { id: true } })
  if (certificate) await tx.approvalBatch.update({ where: { id: batchId }, data: { certificateId: certificate.id } })
}

const UNSTAMPED = { reasons: ['máy chủ dấu thời gian chưa trả lời, Anh/Chị ký lại sau ít phút'] }

export const fileName = ({ kind, period, number }: Pick<WaitingBatch, 'kind' | 'period' | 'number'>) =>
  `phe-duyet-${period}-${kind === 'adHoc' ? 'ky-rieng' : 'dot'}-${number}.pdf`

function requireValid({ valid, reasons, manifest }: Verdict, batch: WaitingBatch) {
  if (!valid)
    throw new Refusal('signatureRefused', { reasons: reasons.map(({ message }) => message.replace(/\.$/, '')) })
  const isApproval = manifest !== null && manifest.type === undefined
  const ours =
    isApproval && manifest.batchId === batch.id && manifest.root === batch.root && manifest.count === batch.count
  if (!ours) throw new Refusal('batchChanged', {})
}
