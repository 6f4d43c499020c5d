import 'server-only'
import { isOpen } from '@/lib/documents/pdf-signature/verdict'
import { nextAsk } from '@/lib/domain/ask-again'
import { Refusal } from '@/lib/domain/refusal'
import type { Prisma } from '@/prisma/generated/client'
import type { Expected } from '../approvals/accept-signed'
import { mandateFor } from '../approvals/batch-access'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { judgeSigned } from '../signing/judge-signed'
import { registeredTo } from '../signing/registered-to'
import { holdWithdrawal, statementOf } from './hold-withdrawal'
import type { OwnWithdrawal } from './own-withdrawal'
import { takeBack } from './take-back'

type Signed = OwnWithdrawal & { signedPdf: Uint8Array; expected: Expected }

/**
 * The signed paper, judged as if a stranger had sent it; then the approvals are taken back, whole or not at all. Where the authority is
 * silent about the certificate nothing is taken back yet: the paper waits, and the worker asks again.
 */
export async function acceptWithdrawal(call: Omit<Call<unknown>, 'input'>, signed: Signed) {
  const { transact, actor, now } = call
  const { withdrawal, unit, expected } = signed
  const { pdf, verdict } = await judgeSigned(signed.signedPdf, {
    ...{ file: 'rut-phe-duyet.pdf', registered: await registeredTo({ userId: actor.userId }), ...expected },
    ...{ session: { from: withdrawal.createdAt, until: now }, receivedAt: now, now },
  })
  const reasons = verdict.reasons.map(({ message }) => message.replace(/\.$/, ''))
  if (!verdict.valid) throw new Refusal('signatureRefused', { reasons })
  const { manifest } = verdict
  const ours =
    manifest?.type === 'hscbcc.revocation/1' &&
    manifest.withdrawalId === withdrawal.id &&
    manifest.root === statementOf(withdrawal).root
  if (!ours) throw new Refusal('withdrawalOver', {})
  // Throws where the mandate does not cover it.
  mandateFor(actor, unit.id, withdrawal.batch.kind)
  const waits = isOpen(verdict, 'revocationUnknown')
  return transact(async (tx) => {
    const people = await holdWithdrawal(tx, withdrawal, now)
    const { count } = await tx.approvalWithdrawal.updateMany({
      where: { id: withdrawal.id, state: 'open' },
      data: {
        ...{ signedPdf: new Uint8Array(pdf), verdict: verdict as unknown as Prisma.InputJsonValue, givenBack: null },
        ...{ receivedAt: now, asked: 0 },
        ...(waits ? { state: 'waiting', askAgainAt: nextAsk(0, now) } : { state: 'signed', closedAt: now }),
      },
    })
    if (count === 0) throw new Refusal('withdrawalOver', {})
    if (!waits) await takeBack(tx, { acting: actor, signer: actor }, { withdrawal, people, now })
    else {
      const subject = { type: 'batch', id: withdrawal.batchId, name: unit.name } as const
      const entry = { action: 'approval.withdrawalAwaitsAuthority', subject, unitPath: unit.path } as const
      await writeAudit(tx, actor, { ...entry, detail: { number: withdrawal.number, count: people.length } }, now)
    }
    return { count: people.length, waits }
  })
}
