import 'server-only'
import { sayInstant } from '@/lib/domain/calendar'
import type { Actor } from '@/lib/domain/policy'
import { minutesBefore, standingOf } from '@/lib/domain/sign-in-limits'
import { writeAudit } from './audit'
import { db } from './db'
import { env } from './env'
import { endSessions } from './sign-in-sessions'

/** Browsers in which this person is signed in now, this one first. */
export async function ownSessions(actor: Actor, now: Date) {
  const rows = await db.session.findMany({
    where: {
      userId: actor.userId,
      endedAt: null,
      expiresAt: { gt: now },
    },
    orderBy: { lastSeenAt: 'desc' },
  })
  const sessions = rows.map(({ id, address, agent, createdAt, lastSeenAt, ...row }) => ({
    id,
    here: id === actor.sessionId,
    locked: standingOf({ ...row, lastSeenAt }, now, env.IDLE_MINUTES) === 'locked',
    address: address ?? 'không rõ',
    browser: browserName(agent ?? ''),
    since: sayInstant(createdAt),
    seen: sayInstant(lastSeenAt),
  }))
  return sessions.sort((a, b) => Number(b.here) - Number(a.here))
}

/**
 * In how many browsers at another address this account is being used right now: one person sits at one desk (Quy chế,
 * Điều 10 khoản 1). Locked and idle ones do not count.
 */
export async function countUsedElsewhere(
  { id, userId, address }: { id: string; userId: string; address: string | null },
  now: Date,
): Promise<number> {
  return db.session.count({
    where: {
      ...{ userId, id: { not: id }, endedAt: null, lockedAt: null },
      ...{ expiresAt: { gt: now }, lastSeenAt: { gt: minutesBefore(now, env.IDLE_MINUTES) } },
      NOT: { address },
    },
  })
}

/** Signs this person out in every other browser. */
export async function endOtherSessions(actor: Actor, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const ended = await endSessions(tx, actor.userId, { except: actor.sessionId }, now)
    if (ended) await writeAudit(tx, actor, { action: 'session.ended', detail: { ended } }, now)
  })
}

/** Enough to tell one's own machines apart. The order matters: each later name hides in the agents before it. */
function browserName(agent: string): string {
  const found = (names: [pattern: RegExp, name: string][]) => names.find(([pattern]) => pattern.test(agent))?.[1]
  const browser = found([
    [/Edg\//, 'Edge'],
    [/coc_coc/i, 'Cốc Cốc'],
    [/Firefox\//, 'Firefox'],
    [/Chrome\//, 'Chrome'],
    [/Safari\//, 'Safari'],
  ])
  const system = found([
    [/Android/, 'Android'],
    [/iPhone|iPad/, 'iOS'],
    [/Windows/, 'Windows'],
    [/Mac OS/, 'macOS'],
    [/Linux/, 'Linux'],
  ])
  return [browser ?? 'Trình duyệt khác', system].filter(Boolean).join(' trên ')
}
