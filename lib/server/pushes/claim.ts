import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '../db'

/** A worker that has not been heard of for so long is dead, and what it had in hand is free. Its beat comes every 2 seconds. */
export const DEAD_AFTER_MS = 10_000

export type Claim = {
  id: bigint
  recordId: string
  revisionId: string
  version: number
  personKey: string
  attempts: number
  uncertain: boolean
  /** Another worker died with it in hand: it may or may not have been sent. */
  died: boolean
  diedAt: Date | null
}

/** No older version of the same person is on its way. */
const OLDEST = Prisma.sql`NOT EXISTS (
  SELECT FROM delivery AS older
  WHERE older.record_id = candidate.record_id AND older.version < candidate.version
    AND older.state IN ('waiting', 'sending'))`

/** A worker by its name, and what it has in hand: whatever else bears its name it lost when the database went away. */
type Hands = { worker: string; inHand?: readonly bigint[] }

/**
 * Takes up to `most` deliveries that are due: first what a dead worker had in hand, then unit by unit in turn, of each
 * person only the oldest version.
 * Two workers never get the same: rows in another's hand are passed over.
 */
export function claimDeliveries(tx: Tx, { worker, inHand = [] }: Hands, most: number, now: Date): Promise<Claim[]> {
  const aliveSince = new Date(now.getTime() - DEAD_AFTER_MS)
  return tx.$queryRaw<Claim[]>`
    WITH dropped AS (
      SELECT candidate.id, candidate.state, candidate.claimed_at FROM delivery AS candidate
      WHERE candidate.state = 'sending' AND candidate.id <> ALL(${[...inHand]}::bigint[])
        AND (candidate.claimed_by = ${worker}
          OR NOT EXISTS (SELECT 1 FROM worker_beat WHERE name = candidate.claimed_by AND beat_at > ${aliveSince}))
        AND ${OLDEST}
      ORDER BY candidate.turn, candidate.id LIMIT ${most} FOR UPDATE OF candidate SKIP LOCKED
    ), due AS (
      SELECT candidate.id, candidate.state, candidate.claimed_at FROM delivery AS candidate
      WHERE candidate.state = 'waiting' AND candidate.due_at <= ${now} AND ${OLDEST}
      ORDER BY candidate.turn, candidate.id LIMIT ${most} FOR UPDATE OF candidate SKIP LOCKED
    ), next AS (
      SELECT * FROM dropped UNION ALL SELECT * FROM due LIMIT ${most}
    )
    UPDATE delivery SET state = 'sending', claimed_by = ${worker}, claimed_at = ${now}
    FROM next WHERE delivery.id = next.id
    RETURNING delivery.id, delivery.record_id AS "recordId", delivery.revision_id AS "revisionId", delivery.version,
      delivery.person_key AS "personKey", delivery.attempts, delivery.uncertain,
      next.state = 'sending' AS died, next.claimed_at AS "diedAt"`
}
