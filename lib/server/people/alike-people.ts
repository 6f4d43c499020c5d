import 'server-only'
import type { AlikePerson } from '@/lib/domain/messages'
import { type Actor, can } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { Tx } from '../db'

/** So many are shown; more would not be looked at. */
const MOST = 10

/**
 * Refuses `sameNameAndBirth` where others have the name (without accents and case) and the birth of this new person, as
 * far as both are known. Called after the row is written: the refusal takes it back.
 */
export async function requireNobodyAlike(tx: Tx, actor: Actor, personId: string): Promise<void> {
  const rows = await tx.$queryRaw<(NonNullable<AlikePerson> & { personId: string; path: string })[]>`
    SELECT other.id AS "personId", other.full_name AS name, other.date_of_birth AS "dateOfBirth", unit.name AS "unitName",
      unit.path, record.id AS "recordId"
    FROM person AS new
    JOIN person AS other ON other.search_name = new.search_name AND other.id <> new.id AND other.same_as_id IS NULL
      AND (starts_with(other.date_of_birth, new.date_of_birth) OR starts_with(new.date_of_birth, other.date_of_birth))
    JOIN unit ON unit.id = other.unit_id JOIN record ON record.person_id = other.id
    WHERE new.id = ${personId}::uuid ORDER BY other.created_at LIMIT ${MOST}`
  if (rows.length === 0) return
  const people = rows.map(({ personId, path, ...shown }) =>
    can(actor, 'record.read', { personId, unitPath: path }) ? shown : null,
  )
  throw new Refusal('sameNameAndBirth', { people })
}
