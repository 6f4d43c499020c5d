import 'server-only'
import { placeOf } from '@/lib/domain/new-person'
import type { Tx } from '../db'

/**
 * Fields 1 and 2 of the form follow from the posting and are never typed: whoever moved, and whoever's unit or the unit
 * above it is called otherwise now, has them written anew, with an entry in the history of their record. What was
 * submitted or signed stays as it was.
 */
export async function restateRecords(
  tx: Tx,
  { unitIds, personIds }: { unitIds: string[]; personIds: string[] },
  by: { userId: string; personName: string },
  now: Date,
): Promise<number> {
  if (unitIds.length === 0 && personIds.length === 0) return 0
  const units = await tx.unit.findMany({
    where: {
      OR: [{ id: { in: unitIds } }, { parentId: { in: unitIds } }, { people: { some: { id: { in: personIds } } } }],
    },
    include: { parent: true },
  })
  let restated = 0
  for (const unit of units) {
    const place = JSON.stringify(placeOf(unit, unit.parent))
    restated += await tx.$executeRaw`
      WITH wanted AS (
        SELECT record.id, record.draft -> 'agency' AS was, ${place}::jsonb AS place FROM record
        JOIN person ON person.id = record.person_id
        WHERE person.unit_id = ${unit.id}::uuid AND NOT (record.draft -> 'agency' @> ${place}::jsonb)
        FOR UPDATE OF record
      ), trail AS (
        INSERT INTO draft_change (id, record_id, section, changes, by_user_id, by_name, first_at, last_at)
        SELECT gen_random_uuid(), wanted.id, 'agency', jsonb_agg(jsonb_build_object('section', 'agency', 'code', said.key,
          'row', NULL, 'before', COALESCE(wanted.was -> said.key, 'null'), 'after', said.value)),
          ${by.userId}::uuid, ${by.personName}, ${now}, ${now}
        FROM wanted, jsonb_each(wanted.place) AS said
        WHERE wanted.was -> said.key IS DISTINCT FROM said.value
        GROUP BY wanted.id
      )
      UPDATE record SET draft = jsonb_set(record.draft, '{agency}', wanted.was || wanted.place),
        section_versions = jsonb_set(record.section_versions, '{agency}',
          to_jsonb(COALESCE((record.section_versions ->> 'agency')::int, 0) + 1)),
        has_unsent = NOT EXISTS (
          SELECT FROM revision WHERE revision.record_id = record.id AND revision.version = record.revision_count
            AND revision.data = jsonb_set(record.draft, '{agency}', wanted.was || wanted.place)),
        updated_at = ${now}
      FROM wanted WHERE wanted.id = record.id`
  }
  return restated
}
