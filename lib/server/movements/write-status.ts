import 'server-only'
import type { Tx } from '../db'

/** The status of a person: where lists read it, and in the working copy of the record, with an entry in its history. */
export async function writeStatus(
  tx: Tx,
  personId: string,
  status: string,
  by: { userId: string; personName: string },
  now: Date,
): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { employmentStatus: status }, select: { id: true } })
  const said = JSON.stringify({ employment_status: status })
  await tx.$executeRaw`
    WITH wanted AS (
      SELECT record.id, record.draft -> 'agency' AS was FROM record
      WHERE record.person_id = ${personId}::uuid AND NOT (record.draft -> 'agency' @> ${said}::jsonb)
      FOR UPDATE OF record
    ), trail AS (
      INSERT INTO draft_change (id, record_id, section, changes, by_user_id, by_name, first_at, last_at)
      SELECT gen_random_uuid(), wanted.id, 'agency', jsonb_build_array(jsonb_build_object('section', 'agency',
        'code', 'employment_status', 'row', NULL, 'before', COALESCE(wanted.was -> 'employment_status', 'null'),
        'after', ${status}::text)), ${by.userId}::uuid, ${by.personName}, ${now}, ${now}
      FROM wanted
    )
    UPDATE record SET draft = jsonb_set(record.draft, '{agency}', wanted.was || ${said}::jsonb),
      section_versions = jsonb_set(record.section_versions, '{agency}',
        to_jsonb(COALESCE((record.section_versions ->> 'agency')::int, 0) + 1)),
      has_unsent = NOT EXISTS (
        SELECT FROM revision WHERE revision.record_id = record.id AND revision.version = record.revision_count
          AND revision.data = jsonb_set(record.draft, '{agency}', wanted.was || ${said}::jsonb)),
      updated_at = ${now}
    FROM wanted WHERE wanted.id = record.id`
}
