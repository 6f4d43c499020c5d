import 'server-only'
import type { ToWithdraw } from '@/lib/domain/withdrawals/judge-withdrawal'
import type { Tx } from '../db'

export type WithdrawnPerson = ToWithdraw & {
  recordId: string
  revisionId: string
  version: number
  leaf: string
  unitPath: string
}

/** The lines of a batch about these records, ascending by record, with what speaks against taking them back. */
export const peopleToWithdraw = (tx: Tx, batchId: string, recordIds: readonly string[], own: readonly string[]) =>
  tx.$queryRaw<WithdrawnPerson[]>`
    SELECT item.record_id AS "recordId", item.revision_id AS "revisionId", item.version, item.leaf,
      person.full_name AS name, unit.path AS "unitPath", person.id = ANY(${[...own]}::uuid[]) AS own,
      EXISTS (SELECT FROM withdrawn_revision w WHERE w.revision_id = item.revision_id) AS withdrawn,
      EXISTS (
        SELECT FROM approval_item other JOIN approval_batch waiting ON waiting.id = other.batch_id
        WHERE other.record_id = item.record_id AND waiting.state IN ('frozen', 'waitingForRevocationCheck')) AS frozen,
      EXISTS (
        SELECT FROM delivery WHERE delivery.revision_id = item.revision_id AND delivery.state = 'sending') AS sending
    FROM approval_item item
    JOIN record ON record.id = item.record_id JOIN person ON person.id = record.person_id
    JOIN unit ON unit.id = person.unit_id
    WHERE item.batch_id = ${batchId}::uuid AND item.record_id = ANY(${[...recordIds]}::uuid[])
    ORDER BY item.record_id::text`
