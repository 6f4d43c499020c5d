import 'server-only'
import { isOpen, type Verdict } from '@/lib/documents/pdf-signature/verdict'
import { nextAsk } from '@/lib/domain/ask-again'
import { Refusal } from '@/lib/domain/refusal'
import type { Prisma } from '@/prisma/generated/client'
import { writeAudit } from '../audit'
import { transact } from '../call'
import { db } from '../db'
import { type JudgedFile, judgeSigned } from '../signing/judge-signed'
import { fileName } from './accept-signed'
import { approve } from './approve'
import { UNIT, WITH_SIGNER } from './batch-access'

const AT_ONCE = 10
/** In whose name the worker settles what a head has signed. */
const WORKER = { personName: 'Tiến trình nền' }

/**
 * Asks the authorities again about signed papers that wait for them: whether the signer was revoked, then the batch is approved or
 * given back; or for the time stamp that was missing. Answers how many were settled.
 */
export async function askAgain(now: Date): Promise<number> {
  const due = await db.approvalBatch.findMany({
    where: { askAgainAt: { lte: now }, signedPdf: { not: null } },
    orderBy: { askAgainAt: 'asc' },
    take: AT_ONCE,
    include: { ...WITH_SIGNER, unit: { select: UNIT } },
  })
  let settled = 0
  for (const batch of due) if ((await takeTurn(batch, now)) && (await settle(batch, now))) settled++
  return settled
}

type Due = Prisma.ApprovalBatchGetPayload<{ include: typeof WITH_SIGNER & { unit: { select: typeof UNIT } } }>

/** Of two workers one asks; should it die meanwhile, the next turn comes by itself. */
async function takeTurn({ id, askAgainAt, asked }: Due, now: Date) {
  const { count } = await db.approvalBatch.updateMany({
    where: { id, askAgainAt },
    data: { askAgainAt: nextAsk(asked + 1, now), asked: asked + 1 },
  })
  return count === 1
}

async function settle(batch: Due, now: Date): Promise<boolean> {
  const { signedPdf, verdict: kept, receivedAt } = batch
  if (!signedPdf || !receivedAt) return false
  const signers = (kept as unknown as Verdict | null)?.signatures.map(({ fingerprint }) => fingerprint) ?? []
  const judged = await judgeSigned(signedPdf, { file: fileName(batch), registered: signers, receivedAt, now })
  if (batch.state === 'waitingForRevocationCheck') return settleWaiting(batch, receivedAt, judged, now)
  if (!judged.verdict.valid || isOpen(judged.verdict, 'timeStampMissing')) return false
  await keepStamped(batch, judged, now)
  return true
}

async function settleWaiting(batch: Due, receivedAt: Date, { pdf, verdict }: JudgedFile, now: Date): Promise<boolean> {
  if (!verdict.valid) {
    await giveBack(batch, verdict, now)
    return true
  }
  if (isOpen(verdict, 'revocationUnknown')) return false
  const approver = { userId: batch.approverId ?? batch.preparedById, personName: batch.approverName ?? '' }
  const signed = { acting: WORKER, approver, batch, unit: batch.unit, signedPdf: pdf, verdict, receivedAt, now }
  try {
    await transact((tx) => approve(tx, signed))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const reasons = [{ code: 'preparedDiffers' as const, message: error.message }]
    await giveBack(batch, { ...verdict, valid: false, reasons }, now)
  }
  return true
}

/** The signature does not count: the batch waits for another, as before. What was wrong with this one is kept beside it. */
function giveBack({ id, unit, period }: Due, verdict: Verdict, now: Date) {
  return transact(async (tx) => {
    const { count } = await tx.approvalBatch.updateMany({
      where: { id, state: 'waitingForRevocationCheck' },
      data: {
        ...{ state: 'frozen', signedPdf: null, receivedAt: null, askAgainAt: null, approverId: null },
        verdict: verdict as unknown as Prisma.InputJsonValue,
      },
    })
    if (count === 0) return
    const reasons = verdict.reasons.map(({ message }) => message.replace(/\.$/, ''))
    const subject = { type: 'batch' as const, id, name: unit.name }
    const detail = { period, code: 'signatureRefused', reasons }
    await writeAudit(tx, WORKER, { action: 'batch.signatureRefused', subject, unitPath: unit.path, detail }, now)
  })
}

function keepStamped({ id, unit, period }: Due, { pdf, verdict }: JudgedFile, now: Date) {
  return transact(async (tx) => {
    const { count } = await tx.approvalBatch.updateMany({
      where: { id, state: 'approved' },
      data: { signedPdf: new Uint8Array(pdf), verdict: verdict as unknown as Prisma.InputJsonValue, askAgainAt: null },
    })
    if (count === 0) return
    const subject = { type: 'batch' as const, id, name: unit.name }
    await writeAudit(tx, WORKER, { action: 'batch.stamped', subject, unitPath: unit.path, detail: { period } }, now)
  })
}
