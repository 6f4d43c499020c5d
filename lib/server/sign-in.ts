import 'server-only'
import { Refusal } from '@/lib/domain/refusal'
import { writeAudit } from './audit'
import { db } from './db'
import { isPassword } from './passwords'
import { noteWrongTry } from './sign-in-refusal'
import { type Origin, openSession } from './sign-in-sessions'
import { acceptTry, countTry, strangersName } from './sign-in-tries'

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
    const acting = { personName: user?.person.fullName ?? 'Không rõ', address: origin.address }
    await noteWrongTry(acting, { account: user, name }, now)
    throw new Refusal('signInWrong', {})
  }
  return db.$transaction(async (tx) => {
    await acceptTry(tx, tried)
    const firstSignInAt = user.firstSignInAt ?? now
    await tx.user.update({ where: { id: user.id }, data: { lastSignInAt: now, firstSignInAt, lockedUntil: null } })
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
