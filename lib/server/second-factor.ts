import 'server-only'
import { randomBytes } from 'node:crypto'
import { qrCode } from '@/lib/documents/qr-code'
import { dayOf } from '@/lib/domain/calendar'
import { ONE_TIME_PASSWORD_BYTES, oneTimePassword } from '@/lib/domain/one-time-password'
import type { Grant } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { ENROLMENT_MINUTES, mustHaveSecondFactor, RECOVERY_CODES, readCode } from '@/lib/domain/second-factor'
import type { AuditAction } from './audit'
import { writeAudit } from './audit'
import { db, type Tx } from './db'
import { seal, unseal } from './sealed'
import { proofOf, recoveryHashes, secretContext, spendProof } from './second-factor-proof'
import { noteWrongTry } from './sign-in-refusal'
import { acceptTry, countTry } from './sign-in-tries'
import { base32, otpauthUrl, stepOfCode } from './totp'

type Who = { id: string; userId: string; address: string | null }
/** `now` is the portal's time; `instant` the real one, which codes are counted by, also where a demonstration lives another day. */
type When = { now: Date; instant: Date }

/** A fresh secret to be scanned. It is kept nowhere but in the page, sealed, until a code proves that it arrived. */
export async function offerSecondFactor({ userId }: Pick<Who, 'userId'>, instant: Date) {
  const { username } = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { username: true } })
  const secret = randomBytes(20)
  const url = otpauthUrl(secret, username)
  const content = JSON.stringify({ secret: secret.toString('base64url'), at: instant.getTime() })
  return { sealed: seal(Buffer.from(content), offerContext(userId)), secret: base32(secret), url, picture: qrCode(url) }
}

/** Takes the offered secret once a code of it was typed; gives the recovery codes, which are shown this once. */
export async function enrolSecondFactor(who: Who, given: { sealed: string; code: string }, { now, instant }: When) {
  const secret = offered(who.userId, given.sealed, instant)
  const read = readCode(given.code)
  const step = read?.kind === 'oneTime' ? stepOfCode(secret, read.code, instant) : null
  if (step === null) throw new Refusal('codeWrong', {}, { code: 'mã không đúng hoặc đã quá 30 giây.' })
  return db.$transaction((tx) => writeSecondFactor(tx, who, { secret, step }, now))
}

/** Writes the secret and ten recovery codes. Also for the seed, whose secret is known to everybody. */
export async function writeSecondFactor(
  tx: Tx,
  who: Who,
  chosen: { secret: Uint8Array; step: number | null },
  now: Date,
) {
  const { userId } = who
  // Nobody replaces a factor that stands: it is taken off first, with a code of its own or by an administrator.
  const { count } = await tx.user.updateMany({
    where: { id: userId, secondFactorSince: null },
    data: {
      secondFactorSecret: seal(chosen.secret, secretContext(userId)),
      secondFactorSince: now,
      secondFactorLastStep: chosen.step,
    },
  })
  if (count === 0) throw new Refusal('secondFactorStands', {})
  const codes = await renewCodes(tx, userId, now)
  await note(tx, who, 'secondFactor.enrolled', now)
  return codes
}

/** Ten new recovery codes for who still has the device; the old ones open nothing any more. */
export const renewRecoveryCodes = (who: Who, code: string, when: When) =>
  withProof(who, code, when, async (tx) => {
    const codes = await renewCodes(tx, who.userId, when.now)
    await note(tx, who, 'secondFactor.codesRenewed', when.now)
    return codes
  })

/** A person gives their second factor up, where no role obliges them to it. */
export function giveUpSecondFactor(who: Who, grants: readonly Grant[], code: string, when: When): Promise<void> {
  if (mustHaveSecondFactor(grants, dayOf(when.now))) throw new Refusal('secondFactorObligatory', {})
  return withProof(who, code, when, async (tx) => {
    await removeSecondFactor(tx, who.userId)
    await note(tx, who, 'secondFactor.givenUp', when.now)
  })
}

export async function removeSecondFactor(tx: Tx, userId: string) {
  await tx.recoveryCode.deleteMany({ where: { userId } })
  const none = { secondFactorSecret: null, secondFactorSince: null, secondFactorLastStep: null }
  await tx.user.update({ where: { id: userId }, data: none })
}

/** When it was taken on, and how many recovery codes are left; null for none. */
export async function secondFactorOf(userId: string) {
  const [user, left] = await Promise.all([
    db.user.findUniqueOrThrow({ where: { id: userId }, select: { secondFactorSince: true } }),
    db.recoveryCode.count({ where: { userId, usedAt: null } }),
  ])
  return user.secondFactorSince && { since: user.secondFactorSince, left }
}

/** A code is counted like a password at the door, so that a screen left open is not a way to guess it. */
async function withProof<T>(who: Who, code: string, { now, instant }: When, work: (tx: Tx) => Promise<T>): Promise<T> {
  const user = await db.user.findUniqueOrThrow({ where: { id: who.userId }, include: { person: true } })
  const tried = await countTry(user.username, who.address ?? 'unknown', now)
  const proof = await proofOf(user, code, instant)
  const done =
    proof &&
    (await db.$transaction(async (tx) => {
      if (!(await spendProof(tx, user.id, proof, now))) return null
      await acceptTry(tx, tried)
      return { value: await work(tx) }
    }))
  if (done) return done.value
  const acting = { userId: user.id, personName: user.person.fullName, sessionId: who.id }
  await noteWrongTry(acting, { account: user, name: user.username }, now)
  throw new Refusal('codeWrong', {}, { code: 'mã không đúng, hoặc đã dùng rồi. Chờ mã kế tiếp.' })
}

async function renewCodes(tx: Tx, userId: string, now: Date): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => oneTimePassword(randomBytes(ONE_TIME_PASSWORD_BYTES)))
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ userId, codeHash: hashOf(userId, code), createdAt: now })),
  })
  return codes
}

function hashOf(userId: string, code: string): string {
  const [hash] = recoveryHashes(userId, code.replaceAll('-', ''))
  if (!hash) throw new Error('SECOND_FACTOR_KEY is missing')
  return hash
}

function offered(userId: string, sealed: string, instant: Date): Buffer {
  const content = unseal(sealed, offerContext(userId))
  const { secret, at } = content
    ? (JSON.parse(content.toString()) as { secret: string; at: number })
    : { secret: '', at: 0 }
  if (instant.getTime() - at > ENROLMENT_MINUTES * 60_000)
    throw new Refusal('offerExpired', { minutes: ENROLMENT_MINUTES })
  return Buffer.from(secret, 'base64url')
}

const offerContext = (userId: string) => `offered second factor of ${userId}`

async function note(tx: Tx, who: Who, action: AuditAction, now: Date) {
  const { username, person } = await tx.user.findUniqueOrThrow({
    where: { id: who.userId },
    select: { username: true, person: { select: { fullName: true } } },
  })
  const acting = { userId: who.userId, personName: person.fullName, sessionId: who.id }
  await writeAudit(tx, acting, { action, subject: { type: 'user', id: who.userId, name: username } }, now)
}
