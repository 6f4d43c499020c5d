import 'server-only'
import { isOpen } from '@/lib/documents/pdf-signature/verdict'
import { type RevocationStatement, readStatement } from '@/lib/documents/signed-statement'
import { Refusal } from '@/lib/domain/refusal'
import { judgeWithdrawal } from '@/lib/domain/withdrawals/judge-withdrawal'
import type { Prisma } from '@/prisma/generated/client'
import type { Expected } from '../approvals/accept-signed'
import { mandateFor } from '../approvals/batch-access'
import type { Call } from '../call'
import { db } from '../db'
import { judgeSigned } from '../signing/judge-signed'
import type { OwnWithdrawal } from './own-withdrawal'
import { peopleToWithdraw } from './people-to-withdraw'
import { takeBack } from './take-back'

type Signed = OwnWithdrawal & { signedPdf: Uint8Array; expected: Expected }

/**
 * The signed paper, judged as if a stranger had sent it; then the approvals are taken back, whole or not at all. Where the authority is
 * silent about the certificate nothing is taken back: the paper stays open and is signed again.
 */
export async function acceptWithdrawal(call: Omit<Call<unknown>, 'input'>, signed: Signed) {
  const { transact, actor, now } = call
  const { withdrawal, unit, expected } = signed
  const own = await db.signerCertificate.findMany({
    where: { userId: actor.userId, withdrawnAt: null },
    select: { fingerprint: true },
  })
  const { pdf, verdict } = await judgeSigned(signed.signedPdf, {
    ...{ file: 'rut-phe-duyet.pdf', registered: own.map(({ fingerprint }) => fingerprint), ...expected },
    ...{ session: { from: withdrawal.createdAt, until: now }, receivedAt: now, now },
  })
  const reasons = verdict.reasons.map(({ message }) => message.replace(/\.$/, ''))
  if (!verdict.valid) throw new Refusal('signatureRefused', { reasons })
  if (isOpen(verdict, 'revocationUnknown')) throw new Refusal('signatureRefused', { reasons: [SILENT] })
  const statement = statementOf(withdrawal.statement)
  const { manifest } = verdict
  const ours =
    manifest?.type === 'hscbcc.revocation/1' &&
    manifest.withdrawalId === withdrawal.id &&
    manifest.root === statement.root
  if (!ours) throw new Refusal('withdrawalOver', {})
  const mandate = mandateFor(actor, unit.id, withdrawal.batch.kind)
  const ownPeople = [actor.personId, mandate?.headPersonId].filter((id) => id != null)
  const recordIds = statement.records.map(({ id }) => id)
  return transact(async (tx) => {
    await tx.$queryRaw`SELECT id FROM approval_withdrawal WHERE id = ${withdrawal.id}::uuid FOR UPDATE`
    await tx.$queryRaw`SELECT id FROM record WHERE id = ANY(${recordIds}::uuid[]) ORDER BY id FOR UPDATE`
    await tx.$queryRaw`
      SELECT id FROM delivery WHERE record_id = ANY(${recordIds}::uuid[]) ORDER BY id FOR UPDATE`
    const people = await peopleToWithdraw(tx, withdrawal.batchId, recordIds, ownPeople)
    judgeWithdrawal(withdrawal.batch, { reason: withdrawal.reason, people })
    const { count } = await tx.approvalWithdrawal.updateMany({
      where: { id: withdrawal.id, state: 'open' },
      data: {
        state: 'signed',
        signedPdf: new Uint8Array(pdf),
        verdict: verdict as unknown as Prisma.InputJsonValue,
        closedAt: now,
      },
    })
    if (count === 0) throw new Refusal('withdrawalOver', {})
    await takeBack(tx, actor, { withdrawal, people, now })
    return { count: people.length }
  })
}

function statementOf(text: string): RevocationStatement {
  const statement = readStatement(Buffer.from(text, 'utf8'))
  if (statement?.type !== 'hscbcc.revocation/1') throw new Error('A withdrawal without its statement')
  return statement
}

const SILENT = 'tổ chức chứng thực chưa trả lời về chứng thư, Anh/Chị ký lại sau ít phút'
