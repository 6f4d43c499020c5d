import 'server-only'
import { Refusal } from '@/lib/domain/refusal'
import { writeAudit } from './audit'
import { db } from './db'
import { isPassword } from './passwords'
import { type Origin, openSession } from './sign-in-sessions'
import { acceptTry, countTry, locksNow, strangersName } from './sign-in-tries'

type Credentials = { username: string; password: string }

/**
 * Judges name and password at the door and opens a session; gives the token for the cookie.
 * Unknown, wrong and disabled get one answer, in one time.
 * Refuses `signInWrong`, `signInLocked`, `addressSlowed`.
 */
export async function signIn({ username, password }: Credentials, origin: Origin, now: Date): Promise<string> {
  const typed = username.normalize('NFKC').trim().toLowerCase()
  const user = await findUser(typed)
  const name = user?.username ?? strangersName(typed)
  const tried = await countTry(name, origin.address, now)
  const right = await isPassword(password, user?.passwordHash ?? null)
  if (!user || !right || user.disabledAt) {
    await noteRefusal(user, name, origin, now)
    throw new Refusal('signInWrong', {})
  }
  return db.$transaction(async (tx) => {
    await acceptTry(tx, tried)
    const firstSignInAt = user.firstSignInAt ?? now
    await tx.user.update({ where: { id: user.id }, data: { lastSignInAt: now, firstSignInAt } })
    const { id, token } = await openSession(tx, user.id, origin, now)
    const acting = { userId: user.id, personName: user.person.fullName, sessionId: id }
    await writeAudit(tx, acting, { action: 'signIn.accepted', detail: { address: origin.address } }, now)
    return token
  })
}

/** By the name of the account or the number of the citizen card. */
const findUser = (typed: string) =>
  db.user.findFirst({
    where: { OR: [{ username: typed }, { person: { citizenId: typed.replace(/\s/g, '') } }] },
    include: { person: { select: { fullName: true } } },
  })

type Found = Awaited<ReturnType<typeof findUser>>

/** In a transaction of its own, since the refusal undoes everything else. */
async function noteRefusal(user: Found, name: string, { address }: Origin, now: Date) {
  const acting = { personName: user?.person.fullName ?? 'Không rõ', address }
  const subject = user && { type: 'user' as const, id: user.id, name: user.username }
  await db.$transaction(async (tx) => {
    await writeAudit(tx, acting, { action: 'signIn.refused', ...(subject && { subject }) }, now)
    if (await locksNow(tx, name, now)) {
      await writeAudit(tx, acting, { action: 'signIn.locked', ...(subject && { subject }) }, now)
    }
  })
}
