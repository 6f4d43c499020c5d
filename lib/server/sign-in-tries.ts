import 'server-only'
import { createHash } from 'node:crypto'
import { admitTry, lockedUntil, MEMORY_MINUTES, minutesBefore, type Try } from '@/lib/domain/sign-in-limits'
import { transact } from './call'
import type { Tx } from './db'

/**
 * Counts a try before the password is looked at, as wrong until proven right: a hundred at the same moment get no more
 * than five. `name` is the account's, or a digest of what was typed where there is none.
 */
export function countTry(name: string, address: string, now: Date): Promise<bigint> {
  return transact(async (tx) => {
    await oneAtATime(tx, `address ${address}`)
    await oneAtATime(tx, `name ${name}`)
    const since = { gt: minutesBefore(now, MEMORY_MINUTES) }
    const ofName = await triesOf(tx, { username: name, at: since })
    const ofAddress = await triesOf(tx, { address, at: since })
    admitTry({ ofName, ofAddress }, now)
    const { id } = await tx.signInAttempt.create({ data: { username: name, address, accepted: false, at: now } })
    return id
  })
}

/** Whether this wrong try was the one that locks. */
export async function locksNow(tx: Tx, name: string, now: Date): Promise<boolean> {
  const tries = await triesOf(tx, { username: name, at: { gt: minutesBefore(now, MEMORY_MINUTES) } })
  const until = lockedUntil(tries)
  return until !== null && until > now
}

export const acceptTry = (tx: Tx, id: bigint) => tx.signInAttempt.update({ where: { id }, data: { accepted: true } })

/** After an administrator has given a new password: what was tried before no longer locks. */
export async function forgetTries(tx: Tx, username: string) {
  await tx.signInAttempt.deleteMany({ where: { username, accepted: false } })
}

/** People type their password where their name belongs; what names nobody is not kept as it was typed. */
export const strangersName = (typed: string) => `?${createHash('sha256').update(typed).digest('hex').slice(0, 32)}`

const triesOf = (tx: Tx, where: object): Promise<Try[]> =>
  tx.signInAttempt.findMany({ where, select: { at: true, accepted: true }, orderBy: { id: 'asc' } })

/** Held until the transaction ends; others who want the same wait. */
const oneAtATime = (tx: Tx, what: string) => tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${what}, 0))`
