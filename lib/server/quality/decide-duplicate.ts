import 'server-only'
import { z } from 'zod'
import { type Actor, can } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import { Prisma } from '@/prisma/generated/client'
import { writeAuditOfMany } from '../audit'
import type { Call } from '../call'
import type { Tx } from '../db'
import { closeDouble, reopenDouble } from './close-double'
import { countSuspected } from './find-duplicates'

const reason = typedText(500, 'Ghi căn cứ để kết luận.')

export const DecideDuplicate = z.discriminatedUnion('verdict', [
  z.object({ caseId: z.uuid(), verdict: z.literal('different'), reason }),
  /** `keptId`: the person whose record stays. */
  z.object({ caseId: z.uuid(), verdict: z.literal('same'), reason, keptId: z.uuid('Chọn hồ sơ giữ lại.') }),
])

/**
 * Two people, or one: decided by who may do so for both records, with a reason. Of one person one record stays and the
 * other is closed. The other decision takes the first back.
 */
export async function decideDuplicate({ transact, actor, input, now }: Call<z.output<typeof DecideDuplicate>>) {
  return transact(async (tx) => {
    const pair = await loadPair(tx, actor, input.caseId)
    if (pair.state === input.verdict) throw new Refusal('duplicateDecided', {})
    if (pair.state === 'same') await takeBack(tx, actor, pair.id, input.reason, now)
    const closing = input.verdict === 'same' ? await close(tx, actor, pair, input, now) : null
    await tx.duplicateDecision.create({
      data: {
        ...{ caseId: pair.id, verdict: input.verdict, reason: input.reason },
        keptId: input.verdict === 'same' ? input.keptId : null,
        closing: closing ?? Prisma.JsonNull,
        ...{ byUserId: actor.userId, byName: actor.personName, at: now },
      },
    })
    await tx.duplicateCase.update({ where: { id: pair.id }, data: { state: input.verdict } })
    await countSuspected(tx)
    const entries = [pair.first, pair.second].map(({ id, fullName, unit }, at) => ({
      action: `duplicate.${input.verdict}` as const,
      subject: { type: 'person' as const, id, name: fullName },
      unitPath: unit.path,
      detail: {
        other: [pair.second, pair.first][at]?.fullName ?? '',
        reason: input.reason,
        ...(input.verdict === 'same' && { kept: input.keptId === id }),
      },
    }))
    await writeAuditOfMany(tx, actor, entries, now)
    return {}
  })
}

type Pair = Awaited<ReturnType<typeof loadPair>>

async function loadPair(tx: Tx, actor: Actor, id: string) {
  const side = { select: { id: true, fullName: true, sameAsId: true, unit: { select: { path: true } } } } as const
  await tx.$queryRaw`SELECT id FROM duplicate_case WHERE id = ${id}::uuid FOR UPDATE`
  const pair = await tx.duplicateCase.findUnique({ where: { id }, include: { first: side, second: side } })
  const may = (of: { id: string; unit: { path: string } }) =>
    can(actor, 'duplicate.decide', { personId: of.id, unitPath: of.unit.path })
  if (!pair || pair.state === 'lapsed' || !may(pair.first) || !may(pair.second)) throw new Refusal('notFound', {})
  if ([pair.firstId, pair.secondId].includes(actor.personId ?? '')) throw new Refusal('ownRecord', {})
  return pair
}

type Kept = { keptId: string; reason: string }

async function close(tx: Tx, actor: Actor, { first, second }: Pair, { keptId, reason }: Kept, now: Date) {
  const [kept, closed] = keptId === first.id ? [first, second] : [second, first]
  if (kept.id !== keptId) throw new Refusal('notFound', {})
  // Closed meanwhile in another pair: that one is decided first.
  if (kept.sameAsId !== null || closed.sameAsId !== null) throw new Refusal('doubleHasDoubles', {})
  return closeDouble(tx, actor, { closedId: closed.id, keptId, reason }, now)
}

async function takeBack(tx: Tx, actor: Actor, caseId: string, reason: string, now: Date) {
  const last = await tx.duplicateDecision.findFirstOrThrow({
    where: { caseId, verdict: 'same' },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    include: { case: { select: { firstId: true, secondId: true } } },
  })
  const { firstId, secondId } = last.case
  const closedId = last.keptId === firstId ? secondId : firstId
  await reopenDouble(tx, actor, { closedId, stored: last.closing, reason }, now)
}
