import 'server-only'
import { GONE_STATUSES } from '@/lib/domain/movements/movement-kinds'
import type { StaffForm } from '@/lib/domain/reports/staff-forms'
import { Prisma } from '@/prisma/generated/client'
import { endOfDay } from '../records/approved-form'
import { tiersOf } from './code-groups'

const { sql, raw } = Prisma

/** Everybody a form counts on a day, one row each, aliased `f` with `p`erson and `u`nit. */
export const factsOf = (form: StaffForm, on: string, today: string) =>
  form.counts === 'use' ? portalFacts(form, on, today) : staffFacts(form, on, today)

/**
 * Everybody who stood at a unit of the form's levels on a day, and what of them was done by its end. That a delivery waits for
 * somebody, or an account is closed, is known of today only.
 */
const portalFacts = (form: StaffForm, on: string, today: string): Prisma.Sql => sql`(
  SELECT g.person_id, g.unit_id, r.id AS record_id, x.person_category AS category, NULL::text AS rank_code,
    a.record_id IS NOT NULL AS approved,
    EXISTS (SELECT FROM delivery d WHERE d.record_id = r.id AND d.state = 'accepted' AND d.settled_at <= ${endOfDay(on)}) AS accepted,
    EXISTS (SELECT FROM delivery d WHERE d.revision_id = r.approved_revision_id AND d.state IN ('refused', 'parked', 'held'))
      AS refused,
    coalesce(c.created_at <= ${endOfDay(on)}, FALSE) AS account,
    coalesce(c.first_sign_in_at <= ${endOfDay(on)}, FALSE) AS opened, c.disabled_at IS NOT NULL AS closed
  FROM posting g JOIN unit_version w ON w.unit_id = g.unit_id AND ${inForce('w', on)}
    JOIN person x ON x.id = g.person_id JOIN record r ON r.person_id = x.id
    LEFT JOIN ${approvedBy(on, today)} a ON a.record_id = r.id LEFT JOIN user_account c ON c.person_id = x.id
  WHERE ${inForce('g', on)} AND w.type_code = ANY (${tiersOf(form.tiers)}) AND x.person_category = ANY (${[...form.categories]})
) f JOIN person p ON p.id = f.person_id AND p.same_as_id IS NULL JOIN unit u ON u.id = f.unit_id`

/** Who stood at a unit of the form's levels, by what was approved of them by the end of that day. Nothing unapproved is counted. */
const staffFacts = (form: StaffForm, on: string, today: string): Prisma.Sql => sql`(
  SELECT g.person_id, g.unit_id, a.record_id, ${answer('agency', 'person_category')} AS category,
    ${answer('identity', 'gender')} AS gender, ${answer('affiliation', 'is_party_member')} = 'true' AS party,
    ${answer('identity', 'ethnicity')} AS ethnicity, ${answer('identity', 'religion')} AS religion,
    ${answer('salary', 'rank_code')} AS rank_code, ${answer('qualification', 'highest_qualification')} AS qualification,
    ${answer('qualification', 'general_education_level')} AS school,
    left(${answer('identity', 'date_of_birth')} || '-01-01', 10)::date AS born, t.*
  FROM posting g JOIN unit_version w ON w.unit_id = g.unit_id AND ${inForce('w', on)}
    JOIN record r ON r.person_id = g.person_id
    JOIN ${approvedBy(on, today)} a ON a.record_id = r.id
    LEFT JOIN cv ON cv.record_id = a.record_id AND cv.revision_id = a.revision_id
    LEFT JOIN revision v ON v.id = a.revision_id AND cv.record_id IS NULL
    CROSS JOIN LATERAL (${TRAININGS}) t
  WHERE ${inForce('g', on)} AND w.type_code = ANY (${tiersOf(form.tiers)})
    AND ${answer('agency', 'person_category')} = ANY (${[...form.categories]})
    AND coalesce(${answer('agency', 'employment_status')}, '') <> ALL (${[...GONE_STATUSES]})
) f JOIN person p ON p.id = f.person_id AND p.same_as_id IS NULL JOIN unit u ON u.id = f.unit_id`

/** People of the form's categories who stood there and of whom nothing was approved yet. */
export const unapprovedStaff = (form: StaffForm, on: string, today: string): Prisma.Sql => sql`
  posting g JOIN unit_version w ON w.unit_id = g.unit_id AND ${inForce('w', on)}
    JOIN person p ON p.id = g.person_id AND p.same_as_id IS NULL JOIN unit u ON u.id = g.unit_id
    JOIN record r ON r.person_id = p.id LEFT JOIN ${approvedBy(on, today)} a ON a.record_id = r.id
  WHERE ${inForce('g', on)} AND w.type_code = ANY (${tiersOf(form.tiers)})
    AND p.person_category = ANY (${[...form.categories]}) AND p.employment_status <> ALL (${[...GONE_STATUSES]})
    AND a.record_id IS NULL`

/** One answer as text: from the tables of today's approved records, or from the document that stood then. */
export const answer = (section: string, code: string) =>
  sql`CASE WHEN cv.record_id IS NULL THEN v.data #>> ${raw(`'{${section},${code}}'`)} ELSE cv.${raw(code)}::text END`

export const inForce = (alias: string, on: string) =>
  sql`${raw(alias)}.valid_from <= ${on}::date AND (${raw(alias)}.valid_until IS NULL OR ${raw(alias)}.valid_until >= ${on}::date)`

/** Which version of each record was the approved one at the end of a day. */
export const approvedBy = (on: string, today: string) =>
  on >= today
    ? sql`(SELECT id AS record_id, approved_revision_id AS revision_id FROM record WHERE approved_revision_id IS NOT NULL)`
    : sql`(SELECT DISTINCT ON (i.record_id) i.record_id, i.revision_id
        FROM approval_item i JOIN approval_batch b ON b.id = i.batch_id
        WHERE b.state = 'approved' AND b.closed_at <= ${endOfDay(on)}
          AND NOT EXISTS (SELECT FROM withdrawn_revision x WHERE x.revision_id = i.revision_id)
        ORDER BY i.record_id, b.closed_at DESC)`

/** Credentials by what they are of. */
const TRAININGS = sql`
  SELECT array_agg(k.credential) FILTER (WHERE k.kind = 'LY_LUAN_CHINH_TRI') AS theory,
    array_agg(k.credential) FILTER (WHERE k.kind = 'QLNN_CDNN_NGHIEP_VU') AS state,
    array_agg(k.credential) FILTER (WHERE k.kind = 'TIN_HOC') AS it,
    array_agg(k.credential) FILTER (WHERE k.language = '01') AS english,
    array_agg(k.credential) FILTER (WHERE k.language IN ('02', '03', '04', '05', '06')) AS foreign_language,
    array_agg(k.credential) FILTER (WHERE k.language IN ('KHMER', 'CHAM', 'DT_KHAC')) AS minority_language
  FROM (
    SELECT c.kind, coalesce(c.training_credential, '') AS credential, c.training_language AS language
    FROM cv_trainings c WHERE c.record_id = cv.record_id
    UNION ALL
    SELECT x.kind, coalesce(x.training_credential, ''), x.training_language
    FROM jsonb_to_recordset(CASE WHEN jsonb_typeof(v.data #> '{training,trainings}') = 'array'
      THEN v.data #> '{training,trainings}' ELSE '[]'::jsonb END)
      AS x (kind text, training_credential text, training_language text)
  ) k`
