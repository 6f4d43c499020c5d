import 'server-only'
import { dayOf, sayInstant } from '@/lib/domain/calendar'
import { passwordSetLetter } from '@/lib/domain/mail/letter-words'
import { mayResetBySelf } from '@/lib/domain/mail/self-reset'
import { passwordFiguresOn } from '@/lib/domain/password-figures'
import { Refusal } from '@/lib/domain/refusal'
import { ACCOUNT_OF_ACTOR, grantsOf } from '../actor-of'
import { writeAudit } from '../audit'
import { transact } from '../call'
import { db } from '../db'
import { rememberPassword } from '../former-passwords'
import { judgePassword } from '../judge-password'
import { mailSettings } from '../mail/mail-settings'
import { writeLetter } from '../mail/write-letter'
import { hashPassword } from '../passwords'
import { proofOf, spendProof } from '../second-factor-proof'
import { noteWrongTry } from '../sign-in-refusal'
import { acceptTry, countTry, forgetTries } from '../sign-in-tries'
import { digest } from './answer-requests'

type Given = { token: string; wanted: string; repeated: string; code: string }
type When = { now: Date; instant: Date }

/** What the page of a link asks for; null for a link that is used up, too old, or was never one. */
export async function linkPage(token: string, now: Date) {
  const link = await standingLink(token, now)
  return link && { username: link.user.username, secondFactor: link.user.secondFactorSince !== null }
}

/**
 * Sets the password anew. The second factor is asked for as at the door and counted as there; nobody is signed in by it, and
 * whoever was signed in is out. `instant` is the real time, which codes are counted by.
 * Refuses `linkOver`, `codeWrong`, `signInLocked`, `passwordWeak`, `passwordsDiffer`.
 */
export async function resetByLink(
  { token, wanted, repeated, code }: Given,
  address: string,
  { now, instant }: When,
): Promise<void> {
  const link = await standingLink(token, now)
  if (!link) throw new Refusal('linkOver', {})
  const { user } = link
  const acting = { personName: user.person.fullName, address }
  const asked = user.secondFactorSince !== null
  const tried = asked ? await countTry(user.username, address, now) : null
  const proof = asked ? await proofOf(user, code, instant) : null
  if (asked && !proof) {
    await noteWrongTry(acting, { account: user, name: user.username }, now)
    throw new Refusal('codeWrong', {}, { code: 'mã không đúng, hoặc đã dùng rồi. Chờ mã kế tiếp.' })
  }
  if (tried !== null) await acceptTry(db, tried)
  const figures = passwordFiguresOn(dayOf(now))
  await judgePassword({ userId: user.id, passwordHash: user.passwordHash }, { wanted, repeated }, figures)
  const passwordHash = await hashPassword(wanted)
  await transact(async (tx) => {
    const unused = { id: link.id, usedAt: null }
    const { count } = await tx.resetLink.updateMany({ where: unused, data: { usedAt: now } })
    if (count === 0) throw new Refusal('linkOver', {})
    if (proof && !(await spendProof(tx, user.id, proof, now))) throw new Refusal('codeWrong', {})
    await rememberPassword(tx, user.id, figures.remembered, now)
    const set = { passwordHash, mustChangePassword: false, passwordChangedAt: now, oneTimeUntil: null }
    await tx.user.update({ where: { id: user.id }, data: set })
    await forgetTries(tx, user.username)
    const ended = await tx.session.updateMany({ where: { userId: user.id, endedAt: null }, data: { endedAt: now } })
    const letter = passwordSetLetter(user.username, sayInstant(now))
    if (user.email && mailSettings()) {
      await writeLetter(tx, { kind: 'passwordSet', userId: user.id, to: user.email, ...letter }, now)
    }
    const subject = { type: 'user' as const, id: user.id, name: user.username }
    const detail = { sessionsEnded: ended.count }
    await writeAudit(tx, acting, { action: 'password.resetBySelf', subject, detail }, now)
  })
}

/** Good until its time, until it is used, until the password it was asked for is another, or the mailbox counts no more. */
async function standingLink(token: string, now: Date) {
  const link = await db.resetLink.findUnique({
    where: { tokenHash: digest(token) },
    include: { user: { include: ACCOUNT_OF_ACTOR } },
  })
  if (!link || link.usedAt || link.endsAt <= now || link.replaces !== digest(link.user.passwordHash)) return null
  const facts = { ...link.user, secondFactor: link.user.secondFactorSince !== null, grants: grantsOf(link.user) }
  return mayResetBySelf(facts, dayOf(now)) ? link : null
}
