import 'server-only'
import { db } from '../db'

/** A number that more people than this have is an office's, not a person's. */
const MOST_SHARING = 5

/**
 * Finds the pairs that may be one person, in the whole province at once: same name (without accents and case) and birth as
 * far as both are known, the same telephone or a number no two people share, written or refused. A pair that was decided is not asked again; one whose
 * likeness is gone before a decision lapses. Run by the worker after judging.
 */
export async function findDuplicates(now: Date): Promise<void> {
  // One statement: what is alike this moment is added, asked again, or lapses, at once.
  await db.$executeRaw`
    WITH alive AS MATERIALIZED (
      SELECT p.id, p.search_name, p.date_of_birth AS born, q.contacts
      FROM person p JOIN record r ON r.person_id = p.id JOIN record_quality q ON q.record_id = r.id
      WHERE p.same_as_id IS NULL
    ), contact AS MATERIALIZED (
      SELECT key, array_agg(id) AS ids FROM alive CROSS JOIN LATERAL unnest(contacts) AS key
      GROUP BY key HAVING count(*) BETWEEN 2 AND ${MOST_SHARING}
    ), pair AS (
      SELECT a.id AS first_id, b.id AS second_id, 'nameBirth' AS ground
      FROM alive a JOIN alive b ON b.search_name = a.search_name AND left(b.born, 4) = left(a.born, 4) AND a.id < b.id
      WHERE starts_with(a.born, b.born) OR starts_with(b.born, a.born)
      UNION ALL
      SELECT a, b, split_part(key, ':', 1)
      FROM contact CROSS JOIN LATERAL unnest(ids) AS a CROSS JOIN LATERAL unnest(ids) AS b WHERE a < b
      UNION ALL
      SELECT least(alive.id, holder.id), greatest(alive.id, holder.id), refused.ground
      FROM refused_number AS refused JOIN record ON record.id = refused.record_id JOIN alive ON alive.id = record.person_id
      JOIN LATERAL (
        SELECT theirs.person_id AS id FROM cv JOIN record AS theirs ON theirs.id = cv.record_id
        WHERE CASE refused.code WHEN 'citizen_id' THEN cv.citizen_id WHEN 'social_insurance_no' THEN cv.social_insurance_no
          WHEN 'staff_number' THEN cv.staff_number WHEN 'national_staff_id' THEN cv.national_staff_id END = refused.value
        UNION
        SELECT person.id FROM person WHERE refused.code = 'citizen_id' AND person.citizen_id = refused.value
      ) AS holder ON holder.id IN (SELECT id FROM alive) AND holder.id <> alive.id
    ), alike AS MATERIALIZED (
      SELECT first_id, second_id, array_agg(DISTINCT ground ORDER BY ground) AS grounds FROM pair GROUP BY 1, 2
    ), asked AS (
      INSERT INTO duplicate_case (id, first_id, second_id, grounds, found_at)
      SELECT gen_random_uuid(), first_id, second_id, grounds, ${now} FROM alike
      ON CONFLICT (first_id, second_id) DO UPDATE
        SET grounds = EXCLUDED.grounds, state = 'open', found_at =
          CASE WHEN duplicate_case.state = 'open' THEN duplicate_case.found_at ELSE EXCLUDED.found_at END
        WHERE duplicate_case.state = 'lapsed'
          OR (duplicate_case.state = 'open' AND duplicate_case.grounds <> EXCLUDED.grounds))
    UPDATE duplicate_case AS known SET state = 'lapsed'
    WHERE known.state = 'open' AND NOT EXISTS (
      SELECT FROM alike WHERE alike.first_id = known.first_id AND alike.second_id = known.second_id)`
  await countSuspected(db)
}

type Client = Pick<typeof db, '$executeRaw'>

/** Writes to each record how many open pairs it is in. Rows somebody else holds are counted in the next round. */
export const countSuspected = (tx: Client) => tx.$executeRaw`
  WITH said AS MATERIALIZED (
    SELECT person_id, count(*)::int AS pairs FROM (
      SELECT first_id AS person_id FROM duplicate_case WHERE state = 'open'
      UNION ALL SELECT second_id FROM duplicate_case WHERE state = 'open') AS side GROUP BY person_id
  ), free AS MATERIALIZED (
    SELECT q.record_id, coalesce(said.pairs, 0) AS pairs
    FROM record_quality q JOIN record r ON r.id = q.record_id LEFT JOIN said ON said.person_id = r.person_id
    WHERE q.suspected <> coalesce(said.pairs, 0) FOR UPDATE OF q SKIP LOCKED)
  UPDATE record_quality AS q SET suspected = free.pairs FROM free WHERE q.record_id = free.record_id`
