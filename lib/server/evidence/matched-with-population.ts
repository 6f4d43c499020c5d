import 'server-only'
import type { ValuePlace } from '@/lib/domain/evidence/place'
import type { Tx } from '../db'
import { valueHash } from './value-hash'

/** A stored answer (of a table: a whole row) as the population database was asked about it, and what it said. */
export type MatchedValue = Omit<ValuePlace, 'row'> & { recordId: string; row?: string; value: unknown; holds: boolean }

/**
 * Notes which values the population database agrees with (khớp dân cư), and which no longer. Set-based, in the caller's
 * transaction; what was already known is not written again. Answers how many states are new. The audit entry is the caller's.
 */
export async function matchedWithPopulation(
  tx: Tx,
  values: readonly MatchedValue[],
  said: { byName: string; at: Date },
): Promise<number> {
  const rows = values.map(({ recordId, section, code, row = '', value, holds }) => ({
    ...{ recordId, section, code, row, holds },
    hash: valueHash(recordId, { section, code, row }, value),
  }))
  return tx.$executeRaw`
    INSERT INTO value_state (id, record_id, section, code, "row", value_hash, kind, holds, by_name, at)
    SELECT gen_random_uuid(), one."recordId", one.section, one.code, one."row", one.hash, 'matched', one.holds,
      ${said.byName}, ${said.at}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS one ("recordId" uuid, section text, code text, "row" text, hash text, holds boolean)
    WHERE one.holds IS DISTINCT FROM COALESCE((
      SELECT t.holds FROM value_state t
      WHERE t.record_id = one."recordId" AND t.section = one.section AND t.code = one.code AND t."row" = one."row"
        AND t.value_hash = one.hash AND t.kind = 'matched'
      ORDER BY t.at DESC LIMIT 1), false)`
}
