import 'server-only'
import { Refusal } from '@/lib/domain/refusal'
import type { WithdrawalState } from '@/prisma/generated/client'
import { unitOfHead } from '../approvals/batch-access'
import type { Call } from '../call'
import { db } from '../db'

/** The paper that waits for this person's signature, or in another of these states. Throws `notFound` for others, `withdrawalOver` when it waits no more. */
export async function ownWithdrawal(
  { actor, input }: Pick<Call<{ id: string }>, 'actor' | 'input'>,
  states: WithdrawalState[] = ['open'],
) {
  const withdrawal = await db.approvalWithdrawal.findUnique({ where: { id: input.id }, include: { batch: true } })
  if (!withdrawal || withdrawal.preparedById !== actor.userId) throw new Refusal('notFound', {})
  const unit = await unitOfHead(db, actor, withdrawal.unitId)
  if (!states.includes(withdrawal.state)) throw new Refusal('withdrawalOver', {})
  return { withdrawal, unit }
}

export type OwnWithdrawal = Awaited<ReturnType<typeof ownWithdrawal>>

/** Where the paper is taken away, while it waits for the signature. */
export async function withdrawalPaper(call: Pick<Call<{ id: string }>, 'actor' | 'input'>) {
  const { withdrawal } = await ownWithdrawal(call)
  return { pdf: new Uint8Array(withdrawal.paper), name: 'rut-phe-duyet.pdf' }
}
