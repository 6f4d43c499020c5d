import { dayOf } from '@/lib/domain/calendar'
import { addMonths } from '@/lib/domain/rules/day-arithmetic'
import { termsOn } from '@/lib/domain/terms'
import { acceptTerms } from '@/lib/server/accept-terms'
import { writeAudit } from '@/lib/server/audit'
import { db, type Tx } from '@/lib/server/db'
import { hashPassword } from '@/lib/server/passwords'
import { exemptAccount } from '@/lib/server/people/exempt-account'
import { writeSecondFactor } from '@/lib/server/second-factor'
import { signIn } from '@/lib/server/sign-in'
import { actorOf, FOUNDER, type Member } from './roster'
import { DEMO_PASSWORD, DEMO_SECOND_FACTOR } from './special-people'

/** Said over their every page. */
const WHY_EXEMPT = 'Lý do: tài khoản trình diễn, mật khẩu ghi sẵn trong hướng dẫn'
const ORIGIN = { address: '10.87.0.10', agent: 'Dựng tỉnh mô phỏng' }

/**
 * A demo person comes in with the one-time password and gets the one that everybody is told. It breaks the rules (the
 * province's name and a year), so that it is written here, and nowhere else.
 */
export async function openDemoDoor(member: Member, oneTimePassword: string, at: Date) {
  const { plan, userId } = member
  await signIn({ username: plan.username, password: oneTimePassword }, ORIGIN, at)
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  await db.$transaction(async (tx) => {
    const known = { passwordHash, mustChangePassword: false, passwordChangedAt: at }
    await tx.user.update({ where: { id: userId }, data: known })
    await tx.session.updateMany({ where: { userId, endedAt: null }, data: { endedAt: at } })
    const exemption = { userId, name: plan.profile.fullName, until: addMonths(dayOf(at), 15), reason: WHY_EXEMPT }
    await exemptAccount(tx, actorOf(FOUNDER, at), exemption, at)
    await acceptTerms(tx, actorOf(member, at), termsOn(dayOf(at)).version, at)
    if (plan.secondFactor) {
      const who = { id: actorOf(member, at).sessionId, userId, address: ORIGIN.address }
      await writeSecondFactor(tx, who, { secret: DEMO_SECOND_FACTOR, step: null }, at)
    }
    const subject = { type: 'user' as const, id: userId, name: plan.username }
    const changed = { action: 'password.changed' as const, subject, detail: { otherSessionsEnded: 0 } }
    await writeAudit(tx, actorOf(member, at), changed, at)
  })
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
