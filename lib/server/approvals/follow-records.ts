import 'server-only'
import { GONE_STATUSES } from '@/lib/domain/movements/movement-kinds'
import { searchName } from '@/lib/domain/search-name'
import { type Acting, writeAuditOfMany } from '../audit'
import type { Tx } from '../db'

type Row = { person_id: string; full_name: string; renamed: boolean }

/** What lists show of everybody follows the approved record: citizen id, name, birth, category, status. Only rows that differ are touched. */
export async function followRecords(tx: Tx, revisionIds: readonly string[], by: { actor: Acting; now: Date }) {
  await followCitizenIds(tx, revisionIds, by)
  const rows = await tx.$queryRaw<Row[]>`
    UPDATE person SET
      date_of_birth = coalesce(cv.date_of_birth, person.date_of_birth),
      person_category = coalesce(cv.person_category, person.person_category),
      -- What was signed late does not call back who has gone meanwhile.
      employment_status = CASE WHEN person.employment_status = ANY(${[...GONE_STATUSES]}) THEN person.employment_status
        ELSE coalesce(cv.employment_status, person.employment_status) END,
      managed_by_standing_committee =
        coalesce(cv.managed_by_standing_committee, person.managed_by_standing_committee)
    FROM cv JOIN record ON record.id = cv.record_id
    WHERE cv.revision_id = ANY(${[...revisionIds]}::uuid[]) AND person.id = record.person_id
      AND (cv.full_name, cv.date_of_birth, cv.person_category, cv.employment_status, cv.managed_by_standing_committee)
        IS DISTINCT FROM (person.full_name, person.date_of_birth, person.person_category, person.employment_status,
          person.managed_by_standing_committee)
    RETURNING person.id AS person_id, coalesce(cv.full_name, person.full_name) AS full_name,
      cv.full_name IS DISTINCT FROM person.full_name AS renamed`
  const renamed = rows.filter((row) => row.renamed)
  if (renamed.length === 0) return
  await tx.$executeRaw`
    UPDATE person SET full_name = new.full_name, search_name = new.search_name
    FROM unnest(${renamed.map((row) => row.person_id)}::uuid[], ${renamed.map((row) => row.full_name)}::text[],
      ${renamed.map((row) => searchName(row.full_name))}::text[]) AS new(id, full_name, search_name)
    WHERE person.id = new.id`
}

type Renumbered = { id: string; name: string; path: string }

/**
 * The number people sign in and are found by. One that somebody else has taken since it was submitted stays as it is:
 * saving refuses such a number, and the approval of the others must not fail for it.
 */
async function followCitizenIds(tx: Tx, revisionIds: readonly string[], { actor, now }: { actor: Acting; now: Date }) {
  const changed = await tx.$queryRaw<Renumbered[]>`
    UPDATE person SET citizen_id = cv.citizen_id
    FROM cv JOIN record ON record.id = cv.record_id, unit
    WHERE cv.revision_id = ANY(${[...revisionIds]}::uuid[]) AND person.id = record.person_id AND unit.id = person.unit_id
      AND cv.citizen_id IS NOT NULL AND cv.citizen_id <> person.citizen_id
      AND NOT EXISTS (SELECT FROM person AS other WHERE other.citizen_id = cv.citizen_id)
      AND NOT EXISTS (
        SELECT FROM cv AS twin WHERE twin.revision_id = ANY(${[...revisionIds]}::uuid[])
          AND twin.citizen_id = cv.citizen_id AND twin.record_id <> cv.record_id)
    RETURNING person.id, person.full_name AS name, unit.path`
  const entries = changed.map(({ id, name, path }) => ({
    action: 'person.citizenIdChanged' as const,
    subject: { type: 'person' as const, id, name },
    unitPath: path,
  }))
  if (entries.length > 0) await writeAuditOfMany(tx, actor, entries, now)
}
