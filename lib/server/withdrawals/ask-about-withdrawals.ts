import 'server-only'
import { isOpen, type Verdict } from '@/lib/documents/pdf-signature/verdict'
import { nextAsk } from '@/lib/domain/ask-again'
import { Refusal } from '@/lib/domain/refusal'
import type { Prisma } from '@/prisma/generated/client'
import { writeAudit } from '../audit'
import { transact } from '../call'
import { db } from '../db'
import { judgeSigned } from '../signing/judge-signed'
import { holdWithdrawal } from './hold-withdrawal'
import { takeBack } from './take-back'

const AT_ONCE = 10
/** In whose name the worker settles what a head has signed. */
const WORKER = { personName: 'Tiến trình nền' }
const WITH_UNIT = { batch: { include: { unit: { select: { name: true, path: true } } } } } as const

type Due = Prisma.ApprovalWithdrawalGetPayload<{ include: typeof WITH_UNIT }>

/** Asks the authorities again about signed papers that take approvals back. Answers how many were settled. */
export async function askAboutWithdrawals(now: Date): Promise<number> {
  const due = await db.approvalWithdrawal.findMany({
    where: { state: 'waiting', askAgainAt: { lte: now } },
    orderBy: { askAgainAt: 'asc' },
    take: AT_ONCE,
    include: WITH_UNIT,
  })
  let settled = 0
  for (const one of due) if ((await takeTurn(one, now)) && (await settle(one, now))) settled++
  return settled
}

/** Of two workers one asks; should it die meanwhile, the next turn comes by itself. */
async function takeTurn({ id, askAgainAt, asked }: Due, now: Date) {
  const { count } = await db.approvalWithdrawal.updateMany({
    where: { id, askAgainAt },
    data: { askAgainAt: nextAsk(asked + 1, now), asked: asked + 1 },
  })
  return count === 1
}

async function settle(withdrawal: Due, now: Date): Promise<boolean> {
  const { signedPdf, receivedAt, verdict: kept } = withdrawal
  if (!signedPdf || !receivedAt) return false
  const registered = (kept as unknown as Verdict).signatures.map(({ fingerprint }) => fingerprint)
  const { pdf, verdict } = await judgeSigned(signedPdf, { file: 'rut-phe-duyet.pdf', registered, receivedAt, now })
  if (!verdict.valid) {
    const reasons = verdict.reasons.map(({ message }) => message.replace(/\.$/, ''))
    return giveBack(withdrawal, reasons, now)
  }
  if (isOpen(verdict, 'revocationUnknown')) return false
  try {
    await transact((tx) => carryOut(tx, withdrawal, { pdf, verdict, receivedAt, now }))
    return true
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    // A message under way ends by itself; what else speaks against it now does not.
    return error.code === 'beingSent' ? false : giveBack(withdrawal, [error.message.replace(/\.$/, '')], now)
  }
}

type Judged = { pdf: Uint8Array; verdict: Verdict; receivedAt: Date; now: Date }

async function carryOut(
  tx: Parameters<Parameters<typeof transact>[0]>[0],
  withdrawal: Due,
  { pdf, verdict, receivedAt, now }: Judged,
) {
  const people = await holdWithdrawal(tx, withdrawal, receivedAt)
  const { count } = await tx.approvalWithdrawal.updateMany({
    where: { id: withdrawal.id, state: 'waiting' },
    data: {
      ...{ state: 'signed', signedPdf: new Uint8Array(pdf), closedAt: now, askAgainAt: null },
      verdict: verdict as unknown as Prisma.InputJsonValue,
    },
  })
  if (count === 0) throw new Refusal('withdrawalOver', {})
  const signer = { userId: withdrawal.preparedById, personName: withdrawal.signerName }
  await takeBack(tx, { acting: WORKER, signer }, { withdrawal, people, now })
}

/** The signature does not count: the paper waits for another, as before, and says why. */
async function giveBack({ id, number, batchId, batch }: Due, reasons: string[], now: Date): Promise<boolean> {
  await transact(async (tx) => {
    const { count } = await tx.approvalWithdrawal.updateMany({
      where: { id, state: 'waiting' },
      data: { state: 'open', signedPdf: null, receivedAt: null, askAgainAt: null, givenBack: reasons.join('; ') },
    })
    if (count === 0) return
    const subject = { type: 'batch', id: batchId, name: batch.unit.name } as const
    const entry = { action: 'approval.withdrawalRefused', subject, unitPath: batch.unit.path } as const
    await writeAudit(tx, WORKER, { ...entry, detail: { number, reasons } }, now)
  })
  return true
}
