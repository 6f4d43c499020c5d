import 'server-only'
import { dayOf } from '@/lib/domain/calendar'
import { passwordFiguresOn } from '@/lib/domain/password-figures'
import { Refusal } from '@/lib/domain/refusal'
import { writeAudit } from './audit'
import { db } from './db'
import { rememberPassword } from './former-passwords'
import { judgePassword } from './judge-password'
import { hashPassword, isPassword } from './passwords'
import { noteWrongTry } from './sign-in-refusal'
import { endSessions } from './sign-in-sessions'
import { acceptTry, countTry } from './sign-in-tries'

type Who = { id: string; userId: string; address: string | null }
type Change = { current: string; wanted: string; repeated: string }

/**
 * A person's own change; other browsers are signed out by it. The current password is asked for and counted like at the
 * door, so that a screen left open is not a way to guess it. Refuses `passwordWrong`, `passwordWeak`, `signInLocked`.
 */
export async function changePassword(session: Who, { current, wanted, repeated }: Change, now: Date): Promise<void> {
  const user = await db.user.findUniqueOrThrow({ where: { id: session.userId }, include: { person: true } })
  const tried = await countTry(user.username, session.address ?? 'unknown', now)
  const acting = { userId: user.id, personName: user.person.fullName, sessionId: session.id }
  if (!(await isPassword(current, user.passwordHash))) {
    await noteWrongTry(acting, { account: user, name: user.username }, now)
    throw new Refusal('passwordWrong', {}, { current: 'mật khẩu hiện tại không đúng.' })
  }
  await acceptTry(db, tried)
  const figures = passwordFiguresOn(dayOf(now))
  await judgePassword({ userId: user.id, passwordHash: user.passwordHash }, { wanted, repeated }, figures)
  const passwordHash = await hashPassword(wanted)
  await db.$transaction(async (tx) => {
    await rememberPassword(tx, user.id, figures.remembered, now)
    await tx.user.update({
      where: { id: user.id },
      data: { passwordHash, mustChangePassword: false, passwordChangedAt: now },
    })
    const ended = await endSessions(tx, user.id, { except: session.id }, now)
    const subject = { type: 'user' as const, id: user.id, name: user.username }
    await writeAudit(tx, acting, { action: 'password.changed', subject, detail: { otherSessionsEnded: ended } }, now)
  })
}
