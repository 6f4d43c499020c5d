import 'server-only'
import { GONE_STATUSES } from '@/lib/domain/movements/movement-kinds'
import { sentCategories } from '@/lib/domain/push'
import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '../db'
import { blockedByProof } from '../proof/blocked'

const BLOCKED = blockedByProof(Prisma.sql`record.id`, Prisma.sql`revision.id`)

/**
 * Puts approved revisions in the outbox, in the transaction that approves them: two statements, however many.
 * `due_at` is the machine's time, whatever day the demonstration plays. Of the same person, what is older and certainly had no effect gives way. Asking twice changes nothing.
 */
export async function enqueueDeliveries(tx: Tx, revisionIds: readonly string[], at: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO delivery (record_id, revision_id, version, person_key, unit_id, state, reason_code, due_at, created_at)
    SELECT revision.record_id, revision.id, revision.version,
      coalesce(said.citizen_id, person.citizen_id), person.unit_id,
      (CASE WHEN NOT sent OR gone THEN 'excluded' WHEN unit.agency_code IS NULL OR ${BLOCKED} THEN 'held' ELSE 'waiting' END)::"DeliveryState",
      CASE WHEN NOT sent THEN 'categoryNotSent' WHEN gone THEN 'personLeft' WHEN ${BLOCKED} THEN 'proofFailed'
        WHEN unit.agency_code IS NULL THEN 'unitWithoutAgencyCode' END,
      clock_timestamp(), ${at}
    FROM revision
    JOIN record ON record.id = revision.record_id
    JOIN person ON person.id = record.person_id
    JOIN unit ON unit.id = person.unit_id
    CROSS JOIN LATERAL (
      -- Unpacked once: unpacking a document is dearer than all the rest.
      SELECT data #>> '{identity,citizen_id}' AS citizen_id, data #>> '{agency,person_category}' AS category
      FROM (SELECT revision.data || '{}'::jsonb AS data OFFSET 0) AS unpacked OFFSET 0
    ) AS said
    CROSS JOIN LATERAL (
      SELECT coalesce(said.category, person.person_category) = ANY(${sentCategories()}) AS sent,
        person.employment_status = ANY(${[...GONE_STATUSES]}) AS gone
    ) AS category
    WHERE revision.id = ANY(${[...revisionIds]}::uuid[])
    ON CONFLICT (revision_id) DO NOTHING`
  // The condition is that of mayBeSuperseded(): a test holds them together.
  await tx.$executeRaw`
    UPDATE delivery AS older SET state = 'superseded', settled_at = ${at}
    FROM delivery AS newer
    WHERE newer.revision_id = ANY(${[...revisionIds]}::uuid[])
      AND older.record_id = newer.record_id AND older.version < newer.version
      AND (older.state IN ('held', 'refused', 'parked') OR (older.state = 'waiting' AND NOT older.uncertain))`
}
