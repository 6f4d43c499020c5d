import 'server-only'
import type { Verdict } from '@/lib/documents/pdf-signature/verdict'
import { APPROVER_FIELD } from '@/lib/documents/signature-field'
import { Refusal } from '@/lib/domain/refusal'
import type { LegalExport, Prisma } from '@/prisma/generated/client'
import type { Expected } from '../approvals/accept-signed'
import { type Acting, writeAudit } from '../audit'
import type { Call } from '../call'
import type { Tx } from '../db'
import { registeredTo } from '../signing/registered-to'
import { awaitAnswer, NOTHING_AWAITED } from './await-answer'
import type { FoundExport } from './export-access'
import { judgeReturned } from './judge-returned'
import { UNPREPARED } from './offered-paper'

type Returned = { found: FoundExport; signedPdf: Uint8Array; expected: Expected }

/** The paper came back signed by the competent person, whatever the way: it waits for the seal, or first for the authority. */
export async function acceptSignature(
  { transact, actor, now }: Omit<Call<unknown>, 'input'>,
  { found, signedPdf, expected }: Returned,
) {
  if (found.signerId !== actor.userId) throw new Refusal('batchOfAnother', { name: found.signerName ?? '' })
  const registered = { [APPROVER_FIELD]: await registeredTo({ userId: actor.userId }) }
  const { pdf, verdict, waits } = await judgeReturned(signedPdf, {
    ...{ exportId: found.id, signatures: 1, registered, now, ...expected },
  })
  await transact(async (tx) => {
    if (waits) return awaitAnswer(tx, { acting: actor, found, pdf, verdict, now }, { state: 'signatureWaits' })
    return keepSigned(tx, { acting: actor, found, pdf, verdict, receivedAt: now, now })
  })
  return { exportId: found.id, waits }
}

export type Settled = {
  acting: Acting
  found: LegalExport & { unit: { path: string; code: string } }
  pdf: Uint8Array
  verdict: Verdict
  /** When it came back: as of then it was judged. */
  receivedAt: Date
  now: Date
}

/** Signed: from now on it waits for the agency's seal. Throws `exportDecided` when it is something else meanwhile. */
export async function keepSigned(tx: Tx, { acting, found, pdf, verdict, receivedAt, now }: Settled) {
  const certificate = await tx.signerCertificate.findUniqueOrThrow({
    where: { fingerprint: verdict.signatures[0]?.fingerprint ?? '' },
    select: { id: true, serial: true },
  })
  const { count } = await tx.legalExport.updateMany({
    where: { id: found.id, state: found.state, statement: found.statement },
    data: {
      ...{ state: 'signed', signedPdf: new Uint8Array(pdf), signedAt: receivedAt, signerCertificateId: certificate.id },
      verdict: verdict as unknown as Prisma.InputJsonValue,
      ...{ ...UNPREPARED, ...NOTHING_AWAITED },
    },
  })
  if (count === 0) throw new Refusal('exportDecided', {})
  const subject = { type: 'export', id: found.id, name: found.subjectName } as const
  const detail = { kind: found.kind, serial: certificate.serial }
  await writeAudit(tx, acting, { action: 'export.signed', subject, unitPath: found.unit.path, detail }, now)
}
