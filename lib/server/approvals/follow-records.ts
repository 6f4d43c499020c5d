import 'server-only'
import { GONE_STATUSES } from '@/lib/domain/movements/movement-kinds'
import { searchName } from '@/lib/domain/search-name'
import type { Tx } from '../db'

type Row = { person_id: string; full_name: string; renamed: boolean }

/** What lists show of everybody follows the approved record: name, birth, category, status. Only rows that differ are touched. */
export async function followRecords(tx: Tx, revisionIds: readonly string[]) {
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
