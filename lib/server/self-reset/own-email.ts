import 'server-only'
import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { sayInstant } from '@/lib/domain/calendar'
import { EmailAddress, maskedEmail } from '@/lib/domain/mail/email'
import { emailChangedLetter, emailCodeLetter } from '@/lib/domain/mail/letter-words'
import { CLAIM_PAUSE_SECONDS, CLAIM_TRIES, CLAIMS_A_DAY, claimHolds } from '@/lib/domain/mail/self-reset'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { minutesBefore } from '@/lib/domain/sign-in-limits'
import { type AuditAction, writeAudit } from '../audit'
import type { Call } from '../call'
import { db, type Tx } from '../db'
import { mailSettings } from '../mail/mail-settings'
import { writeLetter } from '../mail/write-letter'
import { keyedHashes, seal, unseal } from '../sealed'
import { isTaken } from '../unique-taken'

export const ClaimEmail = z.object({ email: EmailAddress })
export const ConfirmEmail = z.object({ code: z.string().transform((typed) => typed.replace(/\D/g, '')) })

/** The address that stands, the one that waits for its code, both as its owner knows them; null where no mail is sent. */
export async function ownEmail({ userId }: Pick<Actor, 'userId'>, now: Date) {
  if (!mailSettings()) return null
  const { email, emailSince, emailClaim } = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true, emailSince: true, emailClaim: true },
  })
  const claimed = emailClaim && claimHolds(emailClaim, now) ? claimedAddress(emailClaim) : null
  return { email: email && maskedEmail(email), since: emailSince && sayInstant(emailSince), claimed }
}

/** Sends a code to an address somebody says is theirs. Refuses `emailTooOften`. */
export const claimEmail = ({ transact, actor, input, now }: Call<z.output<typeof ClaimEmail>>) =>
  transact(async (tx) => {
    requireMail()
    const { userId } = actor
    const sent = await tx.letter.findMany({
      where: { userId, kind: 'emailCode', createdAt: { gt: minutesBefore(now, 24 * 60) } },
      orderBy: { createdAt: 'desc' },
      select: { createdAt: true },
    })
    const last = sent[0] && (now.getTime() - sent[0].createdAt.getTime()) / 1000
    if (sent.length >= CLAIMS_A_DAY) throw new Refusal('emailTooOften', { when: 'ngày mai' })
    if (last !== undefined && last < CLAIM_PAUSE_SECONDS) {
      throw new Refusal('emailTooOften', { when: `sau ${Math.ceil(CLAIM_PAUSE_SECONDS - last)} giây` })
    }
    const code = String(randomInt(1_000_000)).padStart(6, '0')
    const claim = {
      sealed: seal(Buffer.from(input.email), contextOf(userId)),
      codeHash: codeHashes(userId, code)[0] ?? '',
      sentAt: now,
      wrongTries: 0,
    }
    await tx.emailClaim.upsert({ where: { userId }, create: { userId, ...claim }, update: claim })
    await writeLetter(tx, { kind: 'emailCode', userId, to: input.email, ...emailCodeLetter(code) }, now)
  })

/** Takes the address once its code was typed. Refuses `emailCodeWrong`, `emailCodeOver`, `emailTaken`. */
export async function confirmEmail({
  transact,
  actor,
  input,
  now,
}: Call<z.output<typeof ConfirmEmail>>): Promise<void> {
  requireMail()
  const { userId } = actor
  const claim = await tryCode(userId, input.code, now)
  await transact(async (tx) => {
    const { count } = await tx.emailClaim.deleteMany({ where: { userId, codeHash: claim.codeHash } })
    if (count === 0) throw new Refusal('emailCodeOver', {})
    await leaveAddress(tx, userId, now, claim.address)
    await tx.user
      .update({ where: { id: userId }, data: { email: claim.address, emailSince: now } })
      .catch((error: unknown) => {
        throw isTaken(error, 'email') ? new Refusal('emailTaken', {}) : error
      })
    await note(tx, actor, 'email.confirmed', now)
  })
}

/** The address serves no more. */
export const removeEmail = ({ transact, actor, now }: Call<null>) =>
  transact(async (tx) => {
    requireMail()
    const { userId } = actor
    await tx.emailClaim.deleteMany({ where: { userId } })
    await leaveAddress(tx, userId, now, null)
    const none = { email: null, emailSince: null }
    const { count } = await tx.user.updateMany({ where: { id: userId, email: { not: null } }, data: none })
    if (count === 0) return
    await note(tx, actor, 'email.removed', now)
  })

/** Each wrong code is counted before it is refused; after a few nothing opens any more. */
async function tryCode(userId: string, code: string, now: Date) {
  const claim = await db.emailClaim.findUnique({ where: { userId } })
  if (!claim || !claimHolds(claim, now)) throw new Refusal('emailCodeOver', {})
  const address = claimedAddress(claim)
  // Counted as wrong until proven right: many at the same moment get no more than the few.
  const open = { userId, codeHash: claim.codeHash, wrongTries: { lt: CLAIM_TRIES } }
  const { count } = await db.emailClaim.updateMany({ where: open, data: { wrongTries: { increment: 1 } } })
  if (count === 0 || !address) throw new Refusal('emailCodeOver', {})
  if (!codeHashes(userId, code).includes(claim.codeHash)) {
    throw new Refusal('emailCodeWrong', { left: CLAIM_TRIES - claim.wrongTries - 1 }, { code: 'mã không đúng.' })
  }
  return { address, codeHash: claim.codeHash }
}

/** Tells the address that was, and lets no link that went there open anything. */
async function leaveAddress(tx: Tx, userId: string, now: Date, next: string | null) {
  const { email, username } = await tx.user.findUniqueOrThrow({ where: { id: userId } })
  if (!email || email === next) return
  await tx.resetLink.updateMany({ where: { userId, usedAt: null }, data: { usedAt: now } })
  const letter = emailChangedLetter(username, sayInstant(now))
  await writeLetter(tx, { kind: 'emailChanged', userId, to: email, ...letter }, now)
}

async function note(tx: Tx, actor: Actor, action: AuditAction, now: Date) {
  const { username } = await tx.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { username: true } })
  await writeAudit(tx, actor, { action, subject: { type: 'user', id: actor.userId, name: username } }, now)
}

function requireMail() {
  if (!mailSettings()) throw new Refusal('notFound', {})
}

const claimedAddress = ({ userId, sealed }: { userId: string; sealed: string }) =>
  unseal(sealed, contextOf(userId))?.toString() ?? null
const contextOf = (userId: string) => `e-mail claimed by ${userId}`
const codeHashes = (userId: string, code: string) => keyedHashes(`e-mail code of ${userId}: ${code}`)
