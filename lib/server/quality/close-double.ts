import 'server-only'
import { z } from 'zod'
import { dateColumn, fromDateColumn } from '@/lib/domain/calendar'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { writeAudit } from '../audit'
import type { Tx } from '../db'
import { endAccounts } from '../people/end-accounts'

/** What closing a double changed, as it was before: enough to take it back. */
const Closing = z.object({
  account: z.uuid().nullable(),
  postings: z.array(z.object({ id: z.uuid(), until: z.string().nullable() })),
  deliveries: z.array(z.object({ id: z.string(), state: z.string(), reasonCode: z.string().nullable() })),
})
export type Closing = z.output<typeof Closing>

/** States in which a delivery has not left, and will not once its record is closed. */
const NOT_GONE = ['waiting', 'held', 'refused', 'parked'] as const

/**
 * The double's account and postings end and nothing of it is sent any more; nothing is deleted. Refuses while a batch or
 * the exchange holds the record, and while its account has an office: that is taken off by who gives it.
 */
export async function closeDouble(
  tx: Tx,
  actor: Actor,
  { closedId, keptId, reason }: { closedId: string; keptId: string; reason: string },
  now: Date,
): Promise<Closing> {
  const { today } = actor
  const person = await tx.person.findUniqueOrThrow({
    where: { id: closedId },
    select: {
      record: { select: { id: true } },
      user: { select: { id: true, grants: { select: { role: true, validUntil: true } } } },
      postings: { where: { OR: [{ validUntil: null }, { validUntil: { gte: dateColumn(today) } }] } },
      closed: { select: { id: true } },
    },
  })
  const { user, record, postings } = person
  const office = user?.grants.some(
    ({ role, validUntil }) => role !== 'person' && (validUntil === null || fromDateColumn(validUntil) >= today),
  )
  if (office) throw new Refusal('doubleHoldsOffice', {})
  if (person.closed.length > 0) throw new Refusal('doubleHasDoubles', {})
  const recordId = record?.id ?? closedId
  await requireFree(tx, recordId)
  const deliveries = await tx.delivery.findMany({
    where: { recordId, state: { in: [...NOT_GONE] } },
    select: { id: true, state: true, reasonCode: true },
  })
  await tx.delivery.updateMany({
    where: { id: { in: deliveries.map(({ id }) => id) } },
    data: { state: 'excluded', reasonCode: 'recordClosed' },
  })
  for (const { id, validFrom } of postings) {
    // Of a posting to come the day before its first: it never is in force.
    const last = fromDateColumn(validFrom) <= today ? dateColumn(today) : new Date(validFrom.getTime() - 86_400_000)
    await tx.posting.update({ where: { id }, data: { validUntil: last } })
  }
  await tx.person.update({ where: { id: closedId }, data: { sameAsId: keptId } })
  const ended = await endAccounts(tx, actor, [closedId], { why: 'double', reason, withRoles: false }, now)
  return {
    account: ended > 0 ? (user?.id ?? null) : null,
    postings: postings.map(({ id, validUntil }) => ({ id, until: validUntil && fromDateColumn(validUntil) })),
    deliveries: deliveries.map(({ id, ...was }) => ({ id: String(id), ...was })),
  }
}

type Reopening = { closedId: string; stored: unknown; reason: string }

/** Takes a closing back: what it ended goes on as it was. */
export async function reopenDouble(tx: Tx, actor: Actor, { closedId, stored, reason }: Reopening, now: Date) {
  const { account, postings, deliveries } = Closing.parse(stored)
  await tx.person.update({ where: { id: closedId }, data: { sameAsId: null } })
  if (account !== null) await openAccount(tx, actor, account, reason, now)
  for (const { id, until } of postings) {
    await tx.posting.update({ where: { id }, data: { validUntil: until === null ? null : dateColumn(until) } })
  }
  for (const { id, state, reasonCode } of deliveries) {
    await tx.delivery.updateMany({
      where: { id: BigInt(id), state: 'excluded', reasonCode: 'recordClosed' },
      data: { state: state as (typeof NOT_GONE)[number], reasonCode },
    })
  }
}

async function openAccount(tx: Tx, actor: Actor, id: string, reason: string, now: Date) {
  const { username, person } = await tx.user.update({
    where: { id },
    data: { disabledAt: null, disabledWhy: null, disabledReason: null, enabledAt: now },
    select: { username: true, person: { select: { fullName: true, unit: { select: { path: true } } } } },
  })
  const subject = { type: 'user' as const, id, name: person.fullName }
  const detail = { username, reason }
  await writeAudit(tx, actor, { action: 'account.enabled', subject, unitPath: person.unit.path, detail }, now)
}

async function requireFree(tx: Tx, recordId: string) {
  const frozen = await tx.approvalItem.findFirst({
    where: { recordId, batch: { state: { in: ['frozen', 'waitingForRevocationCheck'] } } },
    select: { batch: { select: { period: true, number: true } } },
  })
  if (frozen)
    throw new Refusal('frozenForSigning', { batch: `đợt ${frozen.batch.number} tháng ${frozen.batch.period}` })
  if (await tx.delivery.count({ where: { recordId, state: 'sending' } })) throw new Refusal('beingSent', {})
}
