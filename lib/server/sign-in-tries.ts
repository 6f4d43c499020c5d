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

/** The end of the lock that this wrong try brought, noted with the account for those who manage it; null for none. */
export async function lockIfDue(tx: Tx, name: string, now: Date): Promise<Date | null> {
  const until = lockedUntil(await triesOf(tx, { username: name, at: { gt: minutesBefore(now, MEMORY_MINUTES) } }))
  if (until === null || until <= now) return null
  await tx.user.updateMany({ where: { username: name }, data: { lockedUntil: until } })
  return until
}

export const acceptTry = (tx: Tx, id: bigint) => tx.signInAttempt.update({ where: { id }, data: { accepted: true } })

/** After an administrator has given a new password: what was tried before no longer locks. */
export async function forgetTries(tx: Tx, username: string) {
  await tx.signInAttempt.deleteMany({ where: { username, accepted: false } })
  await tx.user.updateMany({ where: { username }, data: { lockedUntil: null } })
}

/** People type their password where their name belongs; what names nobody is not kept as it was typed. */
export const strangersName = (typed: string) => `?${createHash('sha256').update(typed).digest('hex').slice(0, 32)}`

const triesOf = (tx: Tx, where: object): Promise<Try[]> =>
  tx.signInAttempt.findMany({ where, select: { at: true, accepted: true }, orderBy: { id: 'asc' } })

/** Held until the transaction ends; others who want the same wait. */
export const oneAtATime = (tx: Tx, what: string) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${what}, 0))`
