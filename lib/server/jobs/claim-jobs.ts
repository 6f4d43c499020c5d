import 'server-only'
import type { Tx } from '../db'
import { DEAD_AFTER_MS } from '../pushes/claim'

type Hands = { worker: string; inHand: readonly string[] }

/**
 * Takes up to `most` jobs that wait, or whose worker died: the longest waiting first, but of people who have one running
 * already last, so that nobody's five large jobs hold up another's small one. Two workers never get the same.
 */
export async function claimJobs(tx: Tx, { worker, inHand }: Hands, most: number, at: Date, now: Date) {
  const aliveSince = new Date(at.getTime() - DEAD_AFTER_MS)
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH next AS (
      SELECT candidate.id FROM job AS candidate
      WHERE (candidate.state = 'waiting' AND candidate.due_at <= ${at})
         OR (candidate.state = 'running' AND CASE
            WHEN candidate.claimed_by = ${worker} THEN candidate.id <> ALL(${[...inHand]}::uuid[])
            ELSE NOT EXISTS (SELECT 1 FROM worker_beat WHERE name = candidate.claimed_by AND beat_at > ${aliveSince})
          END)
      ORDER BY
        EXISTS (SELECT 1 FROM job AS other WHERE other.user_id = candidate.user_id AND other.state = 'running'
          AND other.id <> candidate.id),
        candidate.created_at, candidate.id
      LIMIT ${most}
      FOR UPDATE OF candidate SKIP LOCKED
    )
    UPDATE job SET state = 'running', claimed_by = ${worker}, attempts = attempts + 1,
      started_at = coalesce(started_at, ${now})
    FROM next WHERE job.id = next.id
    RETURNING job.id`
  return rows.map(({ id }) => id)
}
