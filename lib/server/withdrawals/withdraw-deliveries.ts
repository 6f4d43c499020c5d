import 'server-only'
import type { Tx } from '../db'
import { enqueueDeliveries } from '../pushes/enqueue'

type Withdrawn = {
  revisionIds: readonly string[] /** What stands approved instead. */
  again: readonly string[]
  now: Date
}

/**
 * What was taken back is not sent. What the ministry has, or may have, is put right by sending the version that stands again; where
 * there is none a person must tell the ministry.
 */
export async function withdrawDeliveries(tx: Tx, { revisionIds, again, now }: Withdrawn) {
  const reached = await tx.$queryRaw<{ recordId: string }[]>`
    SELECT record_id AS "recordId" FROM delivery
    WHERE revision_id = ANY(${[...revisionIds]}::uuid[]) AND (state = 'accepted' OR uncertain)`
  await tx.$executeRaw`
    UPDATE delivery SET state = 'superseded', reason_code = 'approvalWithdrawn', settled_at = ${now}
    WHERE revision_id = ANY(${[...revisionIds]}::uuid[]) AND state IN ('waiting', 'held', 'refused', 'parked')`
  const wrong = reached.map(({ recordId }) => recordId)
  if (wrong.length === 0) return
  await enqueueDeliveries(tx, again, now)
  await tx.$executeRaw`
    UPDATE delivery SET state = 'waiting', due_at = clock_timestamp(), attempts = 0, errors = '[]', reason_code = NULL,
      settled_at = NULL
    WHERE revision_id = ANY(${[...again]}::uuid[]) AND record_id = ANY(${wrong}::uuid[])
      AND state IN ('accepted', 'superseded', 'refused', 'parked')`
  // Uncertain, so that whatever is approved next goes as a change of what the ministry holds.
  await tx.$executeRaw`
    UPDATE delivery SET state = 'held', reason_code = 'withdrawnAtMinistry', uncertain = TRUE, settled_at = NULL
    FROM record WHERE record.id = delivery.record_id AND record.approved_revision_id IS NULL
      AND delivery.revision_id = ANY(${[...revisionIds]}::uuid[]) AND delivery.record_id = ANY(${wrong}::uuid[])`
}
