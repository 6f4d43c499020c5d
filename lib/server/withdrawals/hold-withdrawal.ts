import 'server-only'
import { type RevocationStatement, readStatement } from '@/lib/documents/signed-statement'
import { judgeWithdrawal } from '@/lib/domain/withdrawals/judge-withdrawal'
import type { Prisma } from '@/prisma/generated/client'
import { requireMandate } from '../approvals/approve'
import type { Tx } from '../db'
import { peopleToWithdraw, type WithdrawnPerson } from './people-to-withdraw'

type Paper = Prisma.ApprovalWithdrawalGetPayload<{ include: { batch: true } }>

/**
 * Locks what a withdrawal is about and judges it as it stands now: whom it takes back. `receivedAt`: when the signed paper came.
 * Throws the refusal that says why not.
 */
export async function holdWithdrawal(tx: Tx, withdrawal: Paper, receivedAt: Date): Promise<WithdrawnPerson[]> {
  const { id, batch, reason, state, mandateId } = withdrawal
  const recordIds = statementOf(withdrawal).records.map((record) => record.id)
  await tx.$queryRaw`SELECT id FROM approval_withdrawal WHERE id = ${id}::uuid FOR UPDATE`
  await tx.$queryRaw`SELECT id FROM record WHERE id = ANY(${recordIds}::uuid[]) ORDER BY id FOR UPDATE`
  await tx.$queryRaw`SELECT id FROM delivery WHERE record_id = ANY(${recordIds}::uuid[]) ORDER BY id FOR UPDATE`
  await requireMandate(tx, { mandateId, state: state === 'open' ? 'frozen' : 'waitingForRevocationCheck' }, receivedAt)
  const people = await peopleToWithdraw(tx, withdrawal.batchId, recordIds, await ownPeople(tx, withdrawal))
  judgeWithdrawal(batch, { reason, people })
  return people
}

/** Of whoever signs, and of the head in whose place they sign. */
async function ownPeople(tx: Tx, { preparedById, mandateId }: Paper): Promise<string[]> {
  const mandate =
    mandateId === null ? null : await tx.mandate.findUnique({ where: { id: mandateId }, select: { mandatorId: true } })
  const users = await tx.user.findMany({
    where: { id: { in: [preparedById, ...(mandate ? [mandate.mandatorId] : [])] } },
    select: { personId: true },
  })
  return users.flatMap(({ personId }) => personId ?? [])
}

export function statementOf({ statement: text }: { statement: string }): RevocationStatement {
  const statement = readStatement(Buffer.from(text, 'utf8'))
  if (statement?.type !== 'hscbcc.revocation/1') throw new Error('A withdrawal without its statement')
  return statement
}
