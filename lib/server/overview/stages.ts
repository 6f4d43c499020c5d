import 'server-only'
import type { PeopleStage } from '@/lib/domain/people-stages'
import { liveSince } from '@/lib/domain/quality/live-period'
import { Prisma } from '@/prisma/generated/client'

const sql = Prisma.sql

/**
 * Everybody whose record is not closed as a double, with what their stage is judged by: `p`erson, `u`nit, `r`ecord, the `l`ast submission that nothing has
 * superseded, the `d`elivery of the approved revision, and the `q`uality as last judged. Every count and every list begins here.
 */
export const PEOPLE = sql`
  person p
  JOIN unit u ON u.id = p.unit_id AND p.same_as_id IS NULL
  JOIN record r ON r.person_id = p.id
  LEFT JOIN LATERAL (
    SELECT s.state FROM submission s
    WHERE s.record_id = r.id AND s.state <> 'superseded'
    ORDER BY s.submitted_at DESC LIMIT 1
  ) l ON TRUE
  LEFT JOIN delivery d ON d.revision_id = r.approved_revision_id
  LEFT JOIN record_quality q ON q.record_id = r.id`

/** The same without what tells a stage, for lists and counts that ask for none, or for the quality only. */
export const PEOPLE_ALONE = sql`
  person p JOIN unit u ON u.id = p.unit_id AND p.same_as_id IS NULL JOIN record r ON r.person_id = p.id
  LEFT JOIN record_quality q ON q.record_id = r.id`

/** The chip: what is under way comes before what stands. */
export const PERSON_STATE = sql`
  CASE
    WHEN l.state = 'submitted' THEN 'submitted'
    WHEN l.state IN ('checked', 'frozen') THEN 'checked'
    WHEN l.state = 'returned' THEN 'returned'
    WHEN r.approved_revision_id IS NULL THEN 'draft'
    WHEN d.state = 'accepted' THEN 'synced'
    WHEN d.state IN ('refused', 'parked') THEN 'error'
    ELSE 'approved'
  END`

/** The chip of one row of `PEOPLE_ALONE`: worked out for the rows that are shown, not for all that are looked through. */
export const PERSON_STATE_ALONE = sql`(
  SELECT ${PERSON_STATE}
  FROM (SELECT (
    SELECT s.state FROM submission s
    WHERE s.record_id = r.id AND s.state <> 'superseded'
    ORDER BY s.submitted_at DESC LIMIT 1
  ) AS state OFFSET 0) l
  LEFT JOIN delivery d ON d.revision_id = r.approved_revision_id)`

/** The standing revision was confirmed by its person in this month (`2026-11`). */
const confirmedIn = (month: string) => sql`EXISTS (
    SELECT FROM record_confirmation c WHERE c.revision_id = r.approved_revision_id AND c.period = ${month})`

/** One condition for each stage, in this month: a figure and the list behind it cannot differ. */
export const stageIs = (stage: PeopleStage, month: string): Prisma.Sql => {
  if (stage === 'confirmed') return confirmedIn(month)
  if (stage === 'unconfirmed')
    return sql`r.approved_revision_id IS NOT NULL AND NOT r.has_unsent
      AND l.state IS DISTINCT FROM 'submitted' AND l.state IS DISTINCT FROM 'checked' AND l.state IS DISTINCT FROM 'frozen'
      AND NOT ${confirmedIn(month)}`
  if (stage === 'live') return isLive(month)
  if (stage === 'notLive') return sql`NOT ${isLive(month)}`
  if (stage === 'good')
    return sql`${STAGE_IS.correct} AND ${STAGE_IS.complete} AND ${STAGE_IS.clean} AND ${isLive(month)}`
  return STAGE_IS[stage]
}

const isLive = (month: string) => sql`coalesce(q.affirmed_on >= ${liveSince(`${month}-01`)}::date, FALSE)`

const STAGE_IS: Record<Exclude<PeopleStage, 'confirmed' | 'unconfirmed' | 'live' | 'notLive' | 'good'>, Prisma.Sql> = {
  people: sql`TRUE`,
  complete: sql`r.missing = 0`,
  incomplete: sql`r.missing > 0`,
  neverSignedIn: sql`NOT EXISTS (
    SELECT FROM user_account a WHERE a.person_id = p.id AND a.first_sign_in_at IS NOT NULL)`,
  draft: sql`l.state IS NULL`,
  submitted: sql`l.state = 'submitted'`,
  returned: sql`l.state = 'returned'`,
  checked: sql`l.state IN ('checked', 'frozen')`,
  approved: sql`r.approved_revision_id IS NOT NULL`,
  changed: sql`r.approved_revision_id IS NOT NULL AND r.has_unsent`,
  toSend: sql`d.state IN ('waiting', 'held', 'parked')`,
  sent: sql`d.state IN ('sending', 'accepted', 'refused')`,
  accepted: sql`d.state = 'accepted'`,
  refused: sql`d.state = 'refused'`,
  notSent: sql`d.state = 'excluded'`,
  atApproved: sql`${PERSON_STATE} = 'approved'`,
  atSynced: sql`${PERSON_STATE} = 'synced'`,
  atError: sql`${PERSON_STATE} = 'error'`,
  // Nothing is said of a record that nobody has judged yet.
  correct: sql`coalesce(q.judged > 0 AND q.errors = 0, FALSE)`,
  incorrect: sql`coalesce(q.judged > 0 AND q.errors > 0, FALSE)`,
  clean: sql`coalesce(q.judged > 0 AND q.bad_codes = 0 AND q.suspected = 0, FALSE)`,
  unclean: sql`coalesce(q.judged > 0 AND (q.bad_codes > 0 OR q.suspected > 0), FALSE)`,
  unjudged: sql`coalesce(q.judged = 0, TRUE)`,
}
