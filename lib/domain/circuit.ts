import type { Outcome } from './push'

/** The state of the channel. Times are milliseconds since the epoch. */
export type Circuit = { failures: number; openings: number; openUntil: number }

export const CLOSED: Circuit = { failures: 0, openings: 0, openUntil: 0 }

const FAILURES_THAT_OPEN = 5
const FIRST_PAUSE_MS = 10_000
const LONGEST_PAUSE_MS = 60_000
// Asking again with a password that was refused may lock the account.
const PAUSE_AFTER_REFUSED_LOGIN_MS = 15 * 60_000

/** How many messages may be under way: none while the channel rests, one to probe it, then as many as there are hands. */
export function hands(circuit: Circuit, all: number, now: number): number {
  if (now < circuit.openUntil) return 0
  return circuit.openings > 0 ? 1 : all
}

/** Does the channel rest, or is it being probed? */
export const isOpen = ({ openings }: Circuit) => openings > 0

/** An answer closes the circuit; five failures in a row open it, for longer each time it does not come back. */
export function circuitAfter(circuit: Circuit, outcome: Outcome, now: number): Circuit {
  if (outcome.kind === 'accepted' || outcome.kind === 'refused') return CLOSED
  if (outcome.kind === 'blocked') {
    if (outcome.cause === 'contract') return circuit
    return { failures: 0, openings: circuit.openings + 1, openUntil: now + PAUSE_AFTER_REFUSED_LOGIN_MS }
  }
  // What was begun before it opened says nothing new.
  if (now < circuit.openUntil) return circuit
  const failures = circuit.failures + 1
  if (circuit.openings === 0 && failures < FAILURES_THAT_OPEN) return { ...circuit, failures }
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** circuit.openings)
  return { failures, openings: circuit.openings + 1, openUntil: now + pause }
}
