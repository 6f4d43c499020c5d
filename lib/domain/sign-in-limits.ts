import { sayTime } from './calendar'
import { Refusal } from './refusal'

export const WRONG_TRIES = 5
export const LOCK_MINUTES = 15
export const ADDRESS_TRIES = 30
export const ADDRESS_MINUTES = 10
/** An address that tried too often is let in again one try at a time: a whole office may stand behind it. */
export const ADDRESS_PAUSE_SECONDS = 10
/** What the door answers instead of a sentence: type the code too. */
export const ASK_FOR_CODE = 'ask-for-code'
/** Unless the installation says otherwise. */
export const IDLE_MINUTES = 15
/** So long a password given again counts, unless the installation says otherwise. */
export const FRESH_MINUTES = 10
export const SESSION_HOURS = 12
/** Tries older than this are forgotten. */
export const MEMORY_MINUTES = 60

export type Try = { at: Date; accepted: boolean }

/**
 * May another password be tried? `ofName` and `ofAddress` are the tries of the last hour, oldest first;
 * a name that belongs to nobody is counted like any other, so that the answer does not tell them apart.
 */
export function admitTry({ ofName, ofAddress }: { ofName: Try[]; ofAddress: Try[] }, now: Date): void {
  const locked = lockedUntil(ofName)
  if (locked && locked > now) throw new Refusal('signInLocked', { until: sayTime(locked) })
  const wrong = ofAddress.filter(({ at, accepted }) => !accepted && at > minutesBefore(now, ADDRESS_MINUTES))
  const last = wrong.at(-1)
  if (!last || wrong.length < ADDRESS_TRIES) return
  const wait = Math.ceil(ADDRESS_PAUSE_SECONDS - (now.getTime() - last.at.getTime()) / 1000)
  if (wait > 0) throw new Refusal('addressSlowed', { seconds: wait })
}

/** The end of the latest lock. Each fifth wrong try in a row locks; one that succeeded begins the row anew. */
export function lockedUntil(tries: Try[]): Date | null {
  let wrong = 0
  let until: Date | null = null
  for (const { at, accepted } of tries) {
    wrong = accepted ? 0 : wrong + 1
    if (wrong < WRONG_TRIES) continue
    until = minutesBefore(at, -LOCK_MINUTES)
    wrong = 0
  }
  return until
}

export type SessionTimes = { lastSeenAt: Date; lockedAt: Date | null; expiresAt: Date; endedAt: Date | null }
/** A locked session opens no door, and goes on with the password alone until it expires. */
export type Standing = 'live' | 'locked' | 'expired' | 'ended'

/** Whether a session still opens doors, and if not, why. */
export function standingOf(
  { lastSeenAt, lockedAt, expiresAt, endedAt }: SessionTimes,
  now: Date,
  idleMinutes = IDLE_MINUTES,
): Standing {
  if (endedAt) return 'ended'
  if (expiresAt <= now) return 'expired'
  return lockedAt || lastSeenAt <= minutesBefore(now, idleMinutes) ? 'locked' : 'live'
}

export const minutesBefore = (instant: Date, minutes: number) => new Date(instant.getTime() - minutes * 60_000)
