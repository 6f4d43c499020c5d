import 'server-only'
import type { Tx } from '../db'

/** Lets go what was held for want of a unit's national code, once the unit has one. Answers how many. */
export function releaseHeld(tx: Tx): Promise<number> {
  return tx.$executeRaw`
    UPDATE delivery SET state = 'waiting', reason_code = NULL, due_at = clock_timestamp()
    FROM unit
    WHERE unit.id = delivery.unit_id AND unit.agency_code IS NOT NULL
      AND delivery.state = 'held' AND delivery.reason_code = 'unitWithoutAgencyCode'`
}
