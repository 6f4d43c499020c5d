import { randomUUID } from 'node:crypto'
import { searchName } from '@/lib/domain/search-name'
import { transact } from '@/lib/server/call'
import type { Roster } from '../roster'
import { sinceOf } from '../units'
import type { UnitOfCrowd } from './plan-crowd'

/** The units of a crowd, in one statement; they join the roster. An upper one stands before those below it. */
export async function foundCrowdUnits(roster: Roster, crowd: readonly UnitOfCrowd[], at: Date) {
  const rows = crowd.map(({ unit }, index) => {
    const above = roster.unit(unit.parent ?? '')
    const placed = { id: randomUUID(), path: `${above.path}${unit.code}/`, name: unit.name }
    roster.units.set(unit.code, placed)
    const { code, agencyCode, typeCode } = unit
    const own = { ...placed, code, agencyCode, typeCode, searchName: searchName(unit.name), parentId: above.id, index }
    return { ...own, versionId: randomUUID(), since: sinceOf(unit), basis: `${500 + index}/QĐ-UBND ngày 01/07/2025` }
  })
  await transact(
    (tx) => tx.$executeRaw`
      WITH one AS MATERIALIZED (SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS one (id uuid, path text,
        name text, code text, "agencyCode" text, "typeCode" text, "searchName" text, "parentId" uuid, index int,
        "versionId" uuid, since date, basis text)),
      unit AS (INSERT INTO unit (id, code, agency_code, name, search_name, type_code, parent_id, path, created_at)
        SELECT id, code, "agencyCode", name, "searchName", "typeCode", "parentId", path, ${at} FROM one ORDER BY index)
      INSERT INTO unit_version (id, unit_id, name, type_code, parent_id, agency_code, valid_from, basis)
      SELECT "versionId", id, name, "typeCode", "parentId", "agencyCode", since, basis FROM one`,
  )
}
