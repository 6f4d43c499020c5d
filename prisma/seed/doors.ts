import { writeAudit } from '@/lib/server/audit'
import { db, type Tx } from '@/lib/server/db'
import { changePassword } from '@/lib/server/password-change'
import { signIn } from '@/lib/server/sign-in'
import { findSession } from '@/lib/server/sign-in-sessions'
import { actorOf, type Member } from './roster'
import { DEMO_PASSWORD } from './special-people'

const ORIGIN = { address: '10.87.0.10', agent: 'Dựng tỉnh mô phỏng' }

/** A demo person comes in with the one-time password and chooses the one that everybody is told. */
export async function openDemoDoor({ plan, userId }: Member, oneTimePassword: string, at: Date) {
  const token = await signIn({ username: plan.username, password: oneTimePassword }, ORIGIN, at)
  const session = await findSession(token, at)
  if (!session) throw new Error(`${plan.username} could not sign in`)
  const chosen = { current: oneTimePassword, wanted: DEMO_PASSWORD, repeated: DEMO_PASSWORD }
  await changePassword({ id: session.id, userId, address: ORIGIN.address }, chosen, at)
  await db.session.updateMany({ where: { userId, endedAt: null }, data: { endedAt: at } })
}

/**
 * Somebody else's first coming in. They never will come again, so that the slow hash of a password of their own is spared:
 * what they have stays a secret that nobody was told.
 */
export async function openDoor(tx: Tx, member: Member, at: Date) {
  const seen = { mustChangePassword: false, passwordChangedAt: at, firstSignInAt: at, lastSignInAt: at }
  await tx.user.update({ where: { id: member.userId }, data: seen })
  const acting = actorOf(member, at)
  const subject = { type: 'user' as const, id: member.userId, name: member.plan.username }
  await writeAudit(tx, acting, { action: 'signIn.accepted', detail: { address: ORIGIN.address } }, at)
  await writeAudit(tx, acting, { action: 'password.changed', subject, detail: { otherSessionsEnded: 0 } }, at)
}
