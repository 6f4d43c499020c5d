import 'server-only'
import { createHmac } from 'node:crypto'
import { dayOf, sayInstant } from '@/lib/domain/calendar'
import { dormantAfter } from '@/lib/domain/dormancy'
import { Refusal } from '@/lib/domain/refusal'
import { writeAudit } from './audit'
import { db } from './db'
import { env } from './env'
import { isPassword } from './passwords'
import { type Proof, proofOf, spendProof } from './second-factor-proof'
import { noteWrongTry } from './sign-in-refusal'
import { type Origin, openSession } from './sign-in-sessions'
import { acceptTry, countTry, strangersName } from './sign-in-tries'

type Credentials = { username: string; password: string; code?: string | undefined }
type User = NonNullable<Awaited<ReturnType<typeof findUser>>>

/**
 * Judges name and password, and the code where there is a second factor, at once; opens a session and gives the token for
 * the cookie. Without the code nothing is judged: `codeNeeded` says nothing about the password.
 * Unknown, wrong and disabled get one answer, in one time. `instant` is the real time, which codes are counted by.
 * Refuses `codeNeeded`, `signInWrong`, `signInCodeWrong`, `signInLocked`, `addressSlowed`.
 */
export async function signIn(
  { username, password, code = '' }: Credentials,
  origin: Origin,
  now: Date,
  instant = now,
): Promise<string> {
  const typed = username.normalize('NFKC').trim().toLowerCase()
  const user = await findUser(typed)
  const asked = asksForCode(user, typed)
  if (asked && code.trim() === '') throw new Refusal('codeNeeded', {})
  const name = user?.username ?? strangersName(typed)
  const tried = await countTry(name, origin.address, now)
  const right = await isPassword(password, user?.passwordHash ?? null)
  const proof = user && asked ? await proofOf(user, code, instant) : null
  const mayEnter = user && right && !user.disabledAt && (proof || !asked)
  if (mayEnter && user.mustChangePassword && user.oneTimeUntil && user.oneTimeUntil <= now) {
    throw new Refusal('oneTimeExpired', { until: sayInstant(user.oneTimeUntil) })
  }
  const token = mayEnter ? await enter(user, { tried, proof, origin }, now) : null
  if (token) return token
  // Whoever has proven everything may know why: nothing is told to anybody else.
  if (user?.disabledWhy === 'dormant' && right && (proof || !asked)) {
    throw new Refusal('accountDormant', { days: dormantAfter(dayOf(now)) })
  }
  const acting = { personName: user?.person.fullName ?? 'Không rõ', address: origin.address }
  await noteWrongTry(acting, { account: user, name }, now)
  throw new Refusal(asked ? 'signInCodeWrong' : 'signInWrong', {})
}

/** Null if the code has been used meanwhile. */
const enter = (
  user: User,
  { tried, proof, origin }: { tried: bigint; proof: Proof | null; origin: Origin },
  now: Date,
) =>
  db.$transaction(async (tx) => {
    if (proof && !(await spendProof(tx, user.id, proof, now))) return null
    await acceptTry(tx, tried)
    const firstSignInAt = user.firstSignInAt ?? now
    await tx.user.update({ where: { id: user.id }, data: { lastSignInAt: now, firstSignInAt, lockedUntil: null } })
    const { id, token } = await openSession(tx, user.id, origin, now)
    const acting = { userId: user.id, personName: user.person.fullName, sessionId: id }
    const by = proof && ('step' in proof ? 'code' : 'recoveryCode')
    await writeAudit(tx, acting, { action: 'signIn.accepted', detail: { address: origin.address, by } }, now)
    return token
  })

/** By the name of the account or the number of the citizen card. */
const findUser = (typed: string) =>
  db.user.findFirst({
    where: { OR: [{ username: typed }, { person: { citizenId: typed.replace(/\s/g, '') } }] },
    include: { person: { select: { fullName: true } } },
  })

/**
 * Some names that belong to nobody are asked for a code too, always the same ones: being asked tells neither that the
 * account exists nor that the password was right.
 */
function asksForCode(user: User | null, typed: string): boolean {
  if (user) return user.secondFactorSince !== null
  const [byte = 0] = createHmac('sha256', env.NEXTAUTH_SECRET).update(`asked for a code? ${typed}`).digest()
  return byte < ASKED_OF_256
}

/** One stranger's name in eight: few who mistype their own are led astray. */
const ASKED_OF_256 = 32
