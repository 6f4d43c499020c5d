import 'server-only'
import { dateColumn, dayOf } from '@/lib/domain/calendar'
import { dayBefore } from '@/lib/domain/organisation/organisation'
import { type Acting, writeAuditOfMany } from '../audit'
import type { Tx } from '../db'

export type AccountEnding = {
  why: 'left' | 'dormant' | 'handedOver' | 'double'
  /** In words, for the log and whoever opens the account again. */
  reason: string
  /** Roles and agreements end too; without it they wait for the account to be opened again. */
  withRoles: boolean
}

/**
 * Closes the accounts of people who leave, at once: open sessions end, roles and agreements too; the personal role stays
 * as history. Set-based; people without an account, or with a closed one, are passed over. Gives how many were closed.
 */
export async function endAccounts(
  tx: Tx,
  acting: Acting,
  personIds: readonly string[],
  { why, reason, withRoles }: AccountEnding,
  now: Date,
): Promise<number> {
  const closed = await tx.user.updateManyAndReturn({
    where: { personId: { in: [...personIds] }, disabledAt: null },
    data: { disabledAt: now, disabledWhy: why, disabledReason: reason },
    select: { id: true, username: true, person: { select: { fullName: true, unit: { select: { path: true } } } } },
  })
  const ids = closed.map(({ id }) => id)
  await tx.session.updateMany({ where: { userId: { in: ids }, endedAt: null }, data: { endedAt: now } })
  if (withRoles) await endRoles(tx, acting, ids, reason, now)
  const entries = closed.map(({ id, username, person }) => ({
    action: 'account.disabled' as const,
    subject: { type: 'user' as const, id, name: person.fullName },
    unitPath: person.unit.path,
    detail: { username, why, reason },
  }))
  if (entries.length > 0) await writeAuditOfMany(tx, acting, entries, now)
  return closed.length
}

/** Ended yesterday, like a role withdrawn: in force no more from this moment. */
async function endRoles(tx: Tx, acting: Acting, userIds: string[], reason: string, now: Date) {
  const today = dayOf(now)
  const standing = { OR: [{ validUntil: null }, { validUntil: { gte: dateColumn(today) } }] }
  await tx.roleGrant.updateMany({
    where: { userId: { in: userIds }, role: { not: 'person' }, ...standing },
    data: { validUntil: dateColumn(dayBefore(today)) },
  })
  await tx.readAgreement.updateMany({
    where: { userId: { in: userIds }, revokedAt: null },
    data: { revokedAt: now, revokedBy: acting.personName, revokeReason: reason },
  })
}
