import 'server-only'
import { nextTry } from '@/lib/domain/mail/letter'
import { minutesBefore } from '@/lib/domain/sign-in-limits'
import { db } from '../db'
import { type Deliver, MailProblem } from './mail-server'
import { openLetter } from './write-letter'

type Taken = { id: string; sealed: string | null; attempts: number; worth_until: Date }

/** A letter in somebody's hands is not taken by another worker; one whose carrier died is taken again. */
const IN_HAND_MS = 120_000
/** So long it stays known that a letter went out, or did not. */
const KEPT_DAYS = 30

/** Carries what is due to the mail server, one after the other. Gives how many were taken there. */
export async function carryLetters(deliver: Deliver, now: () => Date, stop?: AbortSignal): Promise<number> {
  await db.letter.deleteMany({ where: { createdAt: { lt: minutesBefore(now(), KEPT_DAYS * 24 * 60) } } })
  let sent = 0
  for (let letter = await take(now()); letter && !stop?.aborted; letter = await take(now())) {
    if (await carry(letter, deliver, now)) sent++
  }
  return sent
}

async function take(at: Date): Promise<Taken | undefined> {
  const back = new Date(at.getTime() + IN_HAND_MS)
  const [taken] = await db.$queryRaw<Taken[]>`
    UPDATE letter SET due_at = ${back}, attempts = attempts + 1
    WHERE id = (SELECT id FROM letter WHERE due_at <= ${at} ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id::text, sealed, attempts, worth_until`
  return taken
}

async function carry({ id, sealed, attempts, worth_until }: Taken, deliver: Deliver, now: () => Date) {
  const letter = worth_until > now() ? openLetter({ id, sealed }) : null
  if (!letter) return end(id, { lastProblem: worth_until > now() ? 'NOKEY' : 'LATE' })
  try {
    await deliver(letter, id)
  } catch (error) {
    const problem = error instanceof MailProblem ? error : new MailProblem('UNKNOWN', false)
    const dueAt = problem.final ? null : nextTry(attempts, worth_until, now())
    if (dueAt) await db.letter.update({ where: { id }, data: { dueAt, lastProblem: problem.code } })
    else await end(id, { lastProblem: problem.code })
    return false
  }
  await end(id, { sentAt: now(), lastProblem: null })
  return true
}

/** What it said is forgotten: the link in it is for its reader alone. */
async function end(id: string, how: { sentAt?: Date; lastProblem: string | null }): Promise<false> {
  await db.letter.update({ where: { id }, data: { ...how, sealed: null, dueAt: null } })
  return false
}
