import 'server-only'
import { Refusal } from '@/lib/domain/refusal'
import { writeAudit } from './audit'
import { db } from './db'
import { isPassword } from './passwords'
import { noteWrongTry } from './sign-in-refusal'
import type { findSession } from './sign-in-sessions'
import { acceptTry, countTry } from './sign-in-tries'

type Session = Pick<
  NonNullable<Awaited<ReturnType<typeof findSession>>>,
  'id' | 'userId' | 'address' | 'user' | 'lockedAt'
>

/** The screen is locked over the page, in every window of this browser. */
export async function lockSession(session: Session, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id: session.id, endedAt: null, lockedAt: null },
      data: { lockedAt: now },
    })
    if (count > 0) await writeAudit(tx, actingOf(session), { action: 'session.locked' }, now)
  })
}

/** The password alone opens it, whatever else the door asks for: the session is the same, and as long as before. */
export async function unlockSession(session: Session, password: string, now: Date): Promise<void> {
  await requirePassword(session, password, now)
  await db.$transaction(async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id: session.id, endedAt: null, expiresAt: { gt: now } },
      data: { lockedAt: null, lastSeenAt: now, provenAt: now },
    })
    if (count > 0) await writeAudit(tx, actingOf(session), { action: 'session.unlocked' }, now)
  })
}

/** The password given again before what a screen left open must not do. */
export async function proveAgain(session: Session, password: string, now: Date): Promise<void> {
  await requirePassword(session, password, now)
  await db.$transaction(async (tx) => {
    await tx.session.updateMany({ where: { id: session.id, endedAt: null }, data: { provenAt: now } })
    await writeAudit(tx, actingOf(session), { action: 'session.proven' }, now)
  })
}

/** Counted like a try at the door, so that a screen left open is no way to guess. */
async function requirePassword(session: Session, password: string, now: Date) {
  const { id, username, passwordHash } = await db.user.findUniqueOrThrow({
    where: { id: session.userId },
    select: { id: true, username: true, passwordHash: true },
  })
  const tried = await countTry(username, session.address ?? 'unknown', now)
  if (!(await isPassword(password, passwordHash))) {
    await noteWrongTry(actingOf(session), { account: { id, username }, name: username }, now)
    throw new Refusal('passwordWrong', {})
  }
  await acceptTry(db, tried)
}

const actingOf = ({ id, userId, user }: Session) => ({ userId, personName: user.person.fullName, sessionId: id })
