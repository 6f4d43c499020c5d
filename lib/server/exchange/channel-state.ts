import 'server-only'
import { type Circuit, isOpen } from '@/lib/domain/circuit'
import type { Outcome } from '@/lib/domain/push'
import type { Tx } from '../db'

/** Writes what a worker learnt of the channel: that it answers, or that its circuit is open and why. */
export async function noteChannel(
  tx: Tx,
  profileId: string,
  { circuit, outcome, answered, certificateUntil }: ChannelNews,
  now: Date,
): Promise<void> {
  const cause = 'cause' in outcome ? `${outcome.kind}:${outcome.cause}` : null
  const openUntil = isOpen(circuit) ? new Date(circuit.openUntil) : null
  const { openings, failures } = circuit
  await tx.$executeRaw`
    INSERT INTO channel_state AS held (profile_id, openings, failures, open_until, cause, since, last_answer_at, certificate_until)
    VALUES (${profileId}, ${openings}, ${failures}, ${openUntil}, ${openUntil && cause}, ${now}, ${answered ? now : null}, ${certificateUntil})
    ON CONFLICT (profile_id) DO UPDATE SET
      openings = excluded.openings, failures = excluded.failures, probe_by = NULL, probe_until = NULL, open_until = excluded.open_until, cause = excluded.cause,
      since = CASE WHEN (held.openings = 0) = (excluded.openings = 0) THEN held.since ELSE excluded.since END,
      last_answer_at = coalesce(excluded.last_answer_at, held.last_answer_at),
      certificate_until = coalesce(excluded.certificate_until, held.certificate_until)`
}

/** Every step of a trial went well: messages go out again at once. */
export const closeCircuit = (tx: Tx, profileId: string, now: Date) =>
  tx.channelState.updateMany({
    where: { profileId, openings: { gt: 0 } },
    data: { openings: 0, failures: 0, openUntil: null, cause: null, since: now, probeBy: null, probeUntil: null },
  })

export type ChannelNews = {
  circuit: Circuit
  outcome: Outcome
  answered: boolean
  certificateUntil: Date | null
}
