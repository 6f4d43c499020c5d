import type { Grant } from '../policy'
import { Refusal } from '../refusal'
import { mustHaveSecondFactor } from '../second-factor'
import { minutesBefore } from '../sign-in-limits'

/** How long a code that was mailed proves an address, how often it may be typed wrong, and how soon another is sent. */
export const CLAIM_MINUTES = 15
export const CLAIM_TRIES = 5
export const CLAIM_PAUSE_SECONDS = 60
/** Codes a day for one account: nobody's mailbox is filled by us. */
export const CLAIMS_A_DAY = 5

/** How long the link of a forgotten password is good. */
export const RESET_LINK_MINUTES = 30
/** Asked so often for one name, or from one address behind which a whole office may stand. */
export const ASKS_OF_NAME = { most: 3, minutes: 60 }
export const ASKS_OF_ADDRESS = { most: 20, minutes: 10 }

/**
 * May a link be asked for once more? `ofName` and `ofAddress` are the times of the last hour. A name that belongs to nobody
 * is counted like any other. Refuses `resetTooOften`.
 */
export function admitAsk({ ofName, ofAddress }: { ofName: Date[]; ofAddress: Date[] }, now: Date): void {
  const wait = Math.max(waitOf(ofName, ASKS_OF_NAME, now), waitOf(ofAddress, ASKS_OF_ADDRESS, now))
  if (wait > 0) throw new Refusal('resetTooOften', { minutes: wait })
}

/** Minutes until fewer than `most` fall into the last `minutes`. */
function waitOf(times: Date[], { most, minutes }: { most: number; minutes: number }, now: Date): number {
  const lately = times.filter((at) => at > minutesBefore(now, minutes)).sort((a, b) => a.getTime() - b.getTime())
  const oldest = lately.at(-most)
  return oldest ? Math.ceil((oldest.getTime() - minutesBefore(now, minutes).getTime()) / 60_000) : 0
}

type Claim = { sentAt: Date; wrongTries: number }

export const claimHolds = ({ sentAt, wrongTries }: Claim, now: Date) =>
  wrongTries < CLAIM_TRIES && sentAt > minutesBefore(now, CLAIM_MINUTES)

type Account = { email: string | null; disabledAt: Date | null; secondFactor: boolean; grants: readonly Grant[] }

/**
 * A mailbox is enough to set a password anew for whom the law asks no second factor, or who has one: it is asked for then.
 * Whoever must have one and has none yet goes to the administrator above.
 */
export const mayResetBySelf = ({ email, disabledAt, secondFactor, grants }: Account, today: string): boolean =>
  email !== null && disabledAt === null && (secondFactor || !mustHaveSecondFactor(grants, today))
