import 'server-only'
import type { Tx } from '../db'

/** Runs that are kept to be looked at. */
const KEPT_RUNS = 60

/**
 * Finds where acknowledgements and the other side disagree, in a few statements however many people. Whoever was sent to
 * since the comparison began, or is being sent to, is left to the next one.
 */
export async function compare(tx: Tx, runId: string, now: Date): Promise<void> {
  await tx.$executeRaw`
    WITH run AS (SELECT * FROM reconciliation WHERE id = ${runId}::uuid),
    ours AS (
      SELECT DISTINCT ON (person_key) * FROM delivery WHERE state = 'accepted' ORDER BY person_key, version DESC, id DESC
    ),
    pair AS (
      SELECT coalesce(ours.person_key, line.person_key) AS person_key, ours.record_id, ours.revision_id, ours.version,
        ours.payload_sha256, line.sha256, line.received_at, ours.id IS NOT NULL AS here, line.run_id IS NOT NULL AS there
      FROM ours FULL JOIN (SELECT * FROM reconciliation_line WHERE run_id = ${runId}::uuid) AS line
        ON line.person_key = ours.person_key
    ),
    settled AS (
      SELECT pair.*, past.older, past.other, past.tried, past.record_id AS known_record
      FROM pair CROSS JOIN run
      CROSS JOIN LATERAL (
        SELECT coalesce(bool_or(d.payload_sha256 = pair.sha256 AND d.version < pair.version), FALSE) AS older,
          coalesce(bool_or(d.payload_sha256 = pair.sha256), FALSE) AS other,
          bool_or(EXISTS (SELECT FROM delivery_attempt a WHERE a.delivery_id = d.id)) AS tried,
          (array_agg(d.record_id ORDER BY d.id DESC))[1] AS record_id,
          coalesce(bool_or(d.settled_at > run.started_at OR d.state = 'sending' OR (d.state = 'waiting' AND d.uncertain)
            OR d.reason_code = 'withdrawnAtMinistry'), FALSE) AS moving
        FROM delivery d WHERE d.person_key = pair.person_key
      ) AS past
      WHERE NOT past.moving
    ),
    judged AS (
      SELECT settled.*, CASE
        WHEN here AND NOT there THEN CASE WHEN run.source = 'report' THEN 'missing' END
        WHEN there AND NOT here THEN CASE WHEN tried THEN 'unconfirmed' ELSE 'unknown' END
        WHEN payload_sha256 IS NULL OR payload_sha256 = sha256 THEN NULL
        WHEN older THEN 'older'
        WHEN other THEN 'unconfirmed'
        ELSE 'different' END AS kind
      FROM settled CROSS JOIN run
    ),
    written AS (
      INSERT INTO reconciliation_difference (run_id, kind, person_key, record_id, revision_id, received_at)
      SELECT ${runId}::uuid, kind::"DifferenceKind", person_key, coalesce(record_id, known_record), revision_id, received_at
      FROM judged WHERE kind IS NOT NULL
    )
    UPDATE reconciliation SET ended_at = ${now}, failure = NULL,
      acknowledged = (SELECT count(*) FROM ours),
      held = (SELECT count(*) FROM reconciliation_line WHERE run_id = ${runId}::uuid),
      equal = (SELECT count(*) FROM judged WHERE here AND there AND payload_sha256 = sha256),
      after_our_last = (
        SELECT count(*) FROM judged
        WHERE kind IN ('different', 'unknown') AND received_at > (SELECT max(ended_at) FROM delivery_attempt))
    WHERE id = ${runId}::uuid`
  await findUnqueued(tx, runId)
  await tx.$executeRaw`DELETE FROM reconciliation_line WHERE run_id = ${runId}::uuid`
  await tx.$executeRaw`
    DELETE FROM reconciliation WHERE id IN (SELECT id FROM reconciliation ORDER BY started_at DESC OFFSET ${KEPT_RUNS})`
}

/** The newest approved version of a record has a row in the outbox, or something was lost. */
async function findUnqueued(tx: Tx, runId: string) {
  await tx.$executeRaw`
    INSERT INTO reconciliation_difference (run_id, kind, person_key, record_id, revision_id)
    SELECT ${runId}::uuid, 'unqueued', person.citizen_id, record.id, record.approved_revision_id
    FROM record JOIN person ON person.id = record.person_id
    WHERE record.approved_revision_id IS NOT NULL
      AND NOT EXISTS (SELECT FROM delivery WHERE delivery.revision_id = record.approved_revision_id)`
}
