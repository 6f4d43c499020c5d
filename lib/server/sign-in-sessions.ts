import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { SESSION_HOURS, standingOf } from '@/lib/domain/sign-in-limits'
import { db, type Tx } from './db'
import { env } from './env'
import { MANDATES_OF_ACTOR } from './mandates/mandate-grants'

/** Where a browser stands: network address and what it calls itself. */
export type Origin = { address: string; agent: string }

/** Opens a session and gives the token for the cookie, which is kept nowhere else. */
export async function openSession(tx: Tx, userId: string, { address, agent }: Origin, now: Date) {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + SESSION_HOURS * 3_600_000)
  const row = { userId, tokenHash: tokenHash(token), createdAt: now, lastSeenAt: now, expiresAt, address, agent }
  const { id } = await tx.session.create({ data: row, select: { id: true } })
  return { id, token }
}

/** The session of a token with its account and roles, and whether it is still good; `seen` now, if it is. */
export async function findSession(token: string, now: Date, { seen } = { seen: true }) {
  const session = await db.session.findUnique({
    where: { tokenHash: tokenHash(token) },
    include: { user: { include, omit: { passwordHash: true, secondFactorSecret: true } } },
  })
  if (!session) return null
  const standing = session.user.disabledAt ? 'ended' : standingOf(session, now, env.IDLE_MINUTES)
  if (seen && standing === 'live' && now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_MS) {
    // Never backwards, and never a session that was ended meanwhile.
    const unchanged = { id: session.id, endedAt: null, lockedAt: null, lastSeenAt: { lt: now } }
    await db.session.updateMany({ where: unchanged, data: { lastSeenAt: now } })
  }
  return { ...session, standing }
}

/** Ends sessions of one account: this one, or all but this one. Gives how many were open. */
export async function endSessions(tx: Tx, userId: string, which: { only: string } | { except: string }, now: Date) {
  const id = 'only' in which ? which.only : { not: which.except }
  const { count } = await tx.session.updateMany({ where: { userId, id, endedAt: null }, data: { endedAt: now } })
  return count
}

/** A page asks for a dozen things at once; one note a minute is enough to know who is idle. */
const SEEN_EVERY_MS = 30_000

const include = {
  person: { select: { fullName: true, citizenId: true, dateOfBirth: true } },
  grants: { include: { unit: { select: { path: true, name: true } } } },
  agreements: { where: { revokedAt: null }, include: { unit: { select: { path: true, name: true } } } },
  mandates: MANDATES_OF_ACTOR,
} as const

const tokenHash = (token: string) => createHash('sha256').update(token).digest('hex')
