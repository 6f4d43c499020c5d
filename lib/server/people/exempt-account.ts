import 'server-only'
import { dateColumn } from '@/lib/domain/calendar'
import { type Acting, writeAudit } from '../audit'
import type { Tx } from '../db'
import { isDemonstration } from '../trust-anchors'

type Exemption = { userId: string; name: string; until: string; reason: string }

/**
 * Spares an account of a demonstration, to a day, what its roles oblige it to: a second factor, and a password that is
 * changed in time. A real installation neither writes nor heeds it.
 */
export async function exemptAccount(tx: Tx, acting: Acting, { userId, name, until, reason }: Exemption, now: Date) {
  if (!isDemonstration()) throw new Error('Only a demonstration exempts accounts')
  await tx.user.update({ where: { id: userId }, data: { exemptUntil: dateColumn(until), exemptReason: reason } })
  const subject = { type: 'user' as const, id: userId, name }
  await writeAudit(tx, acting, { action: 'account.exempted', subject, detail: { until, reason } }, now)
}
