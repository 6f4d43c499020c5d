import 'server-only'
import { dateColumn } from '@/lib/domain/calendar'
import { badCodes } from '@/lib/domain/quality/bad-codes'
import { contactKeys } from '@/lib/domain/quality/contact-keys'
import { judgeRecord } from '@/lib/domain/rules/judge-record'
import { Prisma } from '@/prisma/generated/client'
import { codeLists } from '../code-lists/code-lists'
import { db } from '../db'
import { mismatched } from '../population/population-standing'
import { completed } from '../records/completed'

/** So many at once that a step stays below a second, and the worker answers in between. */
const STEP = 200

type Waiting = { recordId: string; changes: number; draft: unknown }

/**
 * Judges the next records that have changed since they were judged, or that were judged on another day (rules have
 * dates). Answers how many; 0 when all of them stand. A record that changes meanwhile waits on.
 */
export async function judgeWaiting(today: string): Promise<number> {
  const changed = await waiting(Prisma.sql`q.judged <> q.changes`)
  const rows = changed.length > 0 ? changed : await waiting(Prisma.sql`q.judged_on < ${dateColumn(today)}::date`)
  if (rows.length === 0) return 0
  const read = rows.map(({ recordId, changes, draft }) => ({ recordId, changes, data: completed(draft) }))
  const wrong = await mismatched(read)
  const found = read.map(({ recordId, changes, data }) => {
    const errors = judgeRecord({ data, today, lists: codeLists }).filter(({ severity }) => severity === 'error')
    return {
      recordId,
      changes,
      errors: errors.length + (wrong.has(recordId) ? 1 : 0),
      badCodes: badCodes(data, codeLists).length,
      contacts: contactKeys(data),
    }
  })
  // Rows somebody is writing are left for the next round: the judge waits for nobody, so that nobody waits for it in a ring.
  return db.$executeRaw`
    WITH free AS MATERIALIZED (
      SELECT record_id FROM record_quality WHERE record_id = ANY(${found.map(({ recordId }) => recordId)}::uuid[])
      FOR UPDATE SKIP LOCKED)
    UPDATE record_quality AS q SET judged = said.changes, judged_on = ${dateColumn(today)}::date, errors = said.errors,
      bad_codes = said.bad_codes, contacts = coalesce(string_to_array(nullif(said.contacts, ''), ' '), '{}'), affirmed_on = ${AFFIRMED_ON}
    FROM free JOIN unnest(
      ${found.map(({ recordId }) => recordId)}::uuid[], ${found.map(({ changes }) => changes)}::int[],
      ${found.map(({ errors }) => errors)}::int[], ${found.map(({ badCodes }) => badCodes)}::int[],
      ${found.map(({ contacts }) => contacts.join(' '))}::text[]
    ) AS said(record_id, changes, errors, bad_codes, contacts) ON said.record_id = free.record_id
    JOIN record AS r ON r.id = free.record_id
    WHERE q.record_id = free.record_id`
}

/** The last day on which the approved revision was signed, signed again or confirmed; of `record` aliased `r`. */
export const AFFIRMED_ON = Prisma.sql`(
  SELECT max((at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date) FROM (
    SELECT batch.closed_at AS at FROM approval_item AS item JOIN approval_batch AS batch ON batch.id = item.batch_id
    WHERE item.revision_id = r.approved_revision_id AND batch.state = 'approved'
    UNION ALL
    SELECT said.at FROM record_confirmation AS said WHERE said.revision_id = r.approved_revision_id
  ) AS affirmed)`

const waiting = (condition: Prisma.Sql) => db.$queryRaw<Waiting[]>`
  SELECT q.record_id AS "recordId", q.changes, r.draft FROM record_quality q JOIN record r ON r.id = q.record_id
  WHERE ${condition} LIMIT ${STEP}`
