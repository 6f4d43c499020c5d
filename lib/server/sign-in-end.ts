import 'server-only'
import { writeAudit } from './audit'
import { db } from './db'
import { endSessions, findSession } from './sign-in-sessions'

type Session = NonNullable<Awaited<ReturnType<typeof findSession>>>

/** A person leaves. What is over already stays as it ended. */
export async function endSession({ id, userId, user }: Session, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const ended = await endSessions(tx, userId, { only: id }, now)
    const acting = { userId, personName: user.person.fullName, sessionId: id }
    if (ended) await writeAudit(tx, acting, { action: 'signOut' }, now)
  })
}

/** The same by the token of the cookie. */
export async function endSessionOf(token: string, now: Date): Promise<void> {
  const session = await findSession(token, now)
  if (session) await endSession(session, now)
}
