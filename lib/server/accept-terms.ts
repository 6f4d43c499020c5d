import 'server-only'
import { dayOf } from '@/lib/domain/calendar'
import { Refusal } from '@/lib/domain/refusal'
import { termsOn } from '@/lib/domain/terms'
import { type Acting, writeAudit } from './audit'
import type { Tx } from './db'

/** Notes which terms this person has accepted, and when; the log keeps the earlier versions. Refuses `termsChanged`. */
export async function acceptTerms(tx: Tx, acting: Acting & { userId: string }, version: string, now: Date) {
  if (version !== termsOn(dayOf(now)).version) throw new Refusal('termsChanged', {})
  const { username } = await tx.user.update({
    where: { id: acting.userId },
    data: { termsVersion: version, termsAcceptedAt: now },
    select: { username: true },
  })
  const subject = { type: 'user' as const, id: acting.userId, name: username }
  await writeAudit(tx, acting, { action: 'terms.accepted', subject, detail: { version } }, now)
}
