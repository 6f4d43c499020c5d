import 'server-only'
import { AGENCY_FIELD, APPROVER_FIELD } from '@/lib/documents/signature-field'
import { dayOf } from '@/lib/domain/calendar'
import { exportNumber } from '@/lib/domain/exports/export-words'
import { Refusal } from '@/lib/domain/refusal'
import type { Prisma } from '@/prisma/generated/client'
import type { Expected } from '../approvals/accept-signed'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { db, type Tx } from '../db'
import { registeredTo } from '../signing/registered-to'
import type { Settled } from './accept-signature'
import { awaitAnswer, NOTHING_AWAITED } from './await-answer'
import type { FoundExport } from './export-access'
import { judgeReturned } from './judge-returned'
import { UNPREPARED } from './offered-paper'
import { nextNumber, requireNoneWaiting, yearIn } from './sealing-paper'

type Returned = { found: FoundExport; signedPdf: Uint8Array; expected: Expected }

/** The paper came back with the agency's signature, whatever the way: it is issued under the number in it, or waits for the authority. */
export async function acceptSeal(
  { transact, actor, now }: Omit<Call<unknown>, 'input'>,
  { found, signedPdf, expected }: Returned,
) {
  const registered = {
    [APPROVER_FIELD]: [await fingerprintOf(found.signerCertificateId)],
    [AGENCY_FIELD]: await registeredTo({ agencyId: found.unitId }),
  }
  const { pdf, verdict, waits } = await judgeReturned(signedPdf, {
    ...{ exportId: found.id, signatures: 2, registered, now, ...expected },
  })
  const keeper = { sealedById: actor.userId, sealedBy: actor.personName }
  await transact(async (tx) => {
    if (found.offeredOn !== dayOf(now)) throw new Refusal('exportNumberTaken', {})
    await holdNumber(tx, found)
    return waits
      ? awaitAnswer(tx, { acting: actor, found, pdf, verdict, now }, { state: 'sealWaits', ...keeper })
      : issue(tx, { acting: actor, found: { ...found, ...keeper }, pdf, verdict, receivedAt: now, now })
  })
  return { exportId: found.id, waits }
}

/** One at a time within the agency: the second finds its number taken, and seals anew. */
async function holdNumber(tx: Tx, { unitId, offeredNumber: number, offeredOn }: FoundExport) {
  await tx.$queryRaw`SELECT id FROM unit WHERE id = ${unitId}::uuid FOR NO KEY UPDATE`
  await requireNoneWaiting(tx, unitId)
  if (number === null || number !== (await nextNumber(tx, unitId, yearIn(offeredOn ?? ''))))
    throw new Refusal('exportNumberTaken', {})
}

/** Both signatures hold: it is issued under the number in it, and what it replaces is replaced. */
export async function issue(tx: Tx, { acting, found, pdf, verdict, receivedAt, now }: Settled) {
  const { offeredNumber: number, offeredOn, sealedById, sealedBy } = found
  if (number === null || offeredOn === null) throw new Error('A sealed document without its number')
  const fingerprint = verdict.signatures.at(-1)?.fingerprint ?? ''
  const { id } = await tx.signerCertificate.findUniqueOrThrow({ where: { fingerprint }, select: { id: true } })
  const { count } = await tx.legalExport.updateMany({
    where: { id: found.id, state: found.state },
    data: {
      ...{ ...NOTHING_AWAITED, ...UNPREPARED, certificateId: id, year: yearIn(offeredOn), number },
      ...{ sealedById, sealedBy },
      ...{ state: 'issued', signedPdf: new Uint8Array(pdf), closedAt: receivedAt },
      verdict: verdict as unknown as Prisma.InputJsonValue,
    },
  })
  if (count === 0) throw new Refusal('exportDecided', {})
  if (found.replacesId) await replace(tx, found.replacesId)
  const subject = { type: 'export', id: found.id, name: found.subjectName } as const
  const detail = { kind: found.kind, number: exportNumber(number, found.kind, found.unit.code) }
  await writeAudit(tx, acting, { action: 'export.issued', subject, unitPath: found.unit.path, detail }, now)
}

/** Of two documents that would replace the same one, the second is refused. */
async function replace(tx: Tx, id: string) {
  const { count } = await tx.legalExport.updateMany({ where: { id, state: 'issued' }, data: { state: 'replaced' } })
  if (count === 0) throw new Refusal('exportDecided', {})
}

const fingerprintOf = async (id: string | null) =>
  (id && (await db.signerCertificate.findUnique({ where: { id }, select: { fingerprint: true } }))?.fingerprint) || ''
