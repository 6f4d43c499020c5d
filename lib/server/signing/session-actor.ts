import 'server-only'
import { actingIn } from '@/lib/domain/menu'
import type { Actor } from '@/lib/domain/policy'
import { standingOf } from '@/lib/domain/sign-in-limits'
import { ACCOUNT_OF_ACTOR, actorOf } from '../actor-of'
import { db } from '../db'
import { env } from '../env'

/**
 * In whose name a one-time address acts: the signer's, with the roles of today, as long as the portal session in which it was opened
 * is open. The tool that calls has no cookie.
 */
export async function actorOfPortalSession(id: string, now: Date): Promise<Actor | null> {
  const session = await db.session.findUnique({
    where: { id },
    include: { user: { include: ACCOUNT_OF_ACTOR, omit: { passwordHash: true, secondFactorSecret: true } } },
  })
  if (!session || session.user.disabledAt || standingOf(session, now, env.IDLE_MINUTES) !== 'live') return null
  return actingIn(actorOf(session.user, session.id, now), session.actingAs)
}
