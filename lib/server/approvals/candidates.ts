import 'server-only'
import type { Candidate, SubmissionState } from '@/lib/domain/batch'
import { GONE_STATUSES } from '@/lib/domain/movements/movement-kinds'
import type { Tx } from '../db'
import { NUMBER_HELD } from '../records/held-numbers'
import { type Approvers, groupsOf, unitOf } from './approvers'

/** One person of the unit, with what a batch must know and what its lists show. */
export type UnitPerson = Candidate & {
  recordId: string | null
  name: string
  staffNumber: string | null
  /** The ministry has what stands approved. */
  sent: boolean
  checkedBy: string | null
  checkedAt: Date | null
}

type Row = {
  person_id: string
  unit_id: string
  person_category: string
  managed: boolean
  record_id: string | null
  name: string
  staff_number: string | null
  signed_in: boolean
  missing: number | null
  approved_id: string | null
  approved_version: number | null
  affirmed: boolean
  confirmed: boolean
  sent: boolean
  newest_id: string | null
  newest_version: number | null
  state: SubmissionState | null
  returned: number | null
  decided_by: string | null
  decided_at: Date | null
  number_held: boolean | null
}

/**
 * Everybody employed by the unit, and everybody elsewhere whom its head approves, by name. `month` is `2026-11`: who was signed in it
 * already is not signed again.
 */
export async function candidates(tx: Tx, unitId: string, month: string, approvers: Approvers): Promise<UnitPerson[]> {
  const groups = (await groupsOf(tx)).filter((group) => unitOf(approvers.ofGroup(group)) === unitId)
  const rows = await tx.$queryRaw<Row[]>`
    WITH wanted AS (
      SELECT id FROM person WHERE unit_id = ${unitId}::uuid
      UNION
      SELECT person.id FROM person JOIN unnest(${groups.map((group) => group.unitId)}::uuid[],
        ${groups.map((group) => group.personCategory)}::text[], ${groups.map((group) => group.managed)}::boolean[])
        AS theirs(unit_id, category, managed)
        ON person.unit_id = theirs.unit_id AND person.person_category = theirs.category
        AND person.managed_by_standing_committee = theirs.managed
      UNION
      SELECT unnest(${approvers.headsFor(unitId)}::uuid[])
    )
    SELECT person.id AS person_id, person.unit_id, person.person_category,
      person.managed_by_standing_committee AS managed, record.id AS record_id, person.full_name AS name, cv.staff_number,
      account.first_sign_in_at IS NOT NULL AS signed_in, record.missing,
      approved.id AS approved_id, approved.version AS approved_version,
      EXISTS (
        SELECT 1 FROM approval_item AS item JOIN approval_batch AS batch ON batch.id = item.batch_id
        WHERE item.revision_id = approved.id AND batch.state = 'approved' AND batch.kind = 'monthly'
          AND batch.period = ${month}
      ) AS affirmed,
      EXISTS (
        SELECT 1 FROM record_confirmation AS said WHERE said.revision_id = approved.id AND said.period = ${month}
      ) AS confirmed,
      EXISTS (SELECT 1 FROM delivery WHERE delivery.revision_id = approved.id AND delivery.state = 'accepted') AS sent,
      newest.*,
      newest.state = 'checked' AND (${NUMBER_HELD}) AS number_held
    FROM wanted JOIN person ON person.id = wanted.id
    LEFT JOIN user_account AS account ON account.person_id = person.id
    LEFT JOIN record ON record.person_id = person.id
    LEFT JOIN cv ON cv.record_id = record.id
    LEFT JOIN revision AS approved ON approved.id = record.approved_revision_id
    LEFT JOIN LATERAL (
      SELECT revision.id AS newest_id, revision.version AS newest_version, submission.state::text AS state,
        jsonb_array_length(submission.returned) AS returned, submission.decided_by, submission.decided_at
      FROM submission JOIN revision ON revision.id = submission.revision_id
      WHERE submission.record_id = record.id AND submission.state <> 'superseded'
      ORDER BY revision.version DESC LIMIT 1
    ) AS newest ON TRUE
    WHERE person.employment_status <> ALL(${[...GONE_STATUSES]}) AND person.same_as_id IS NULL
    ORDER BY person.search_name, person.id`
  const asked = rows.map((row) => ({
    row,
    approver: approverOf(unitId, approvers, row),
  }))
  // Heads of other units were fetched with their group; they are not this head's after all.
  const theirs = asked.filter(({ row, approver }) => row.unit_id === unitId || approver === 'here')
  return theirs.map(({ row, approver }) => ({
    personId: row.person_id,
    approver,
    recordId: row.record_id,
    name: row.name,
    staffNumber: row.staff_number,
    signedIn: row.signed_in,
    missing: row.missing ?? 0,
    approved: refOf(row.approved_id, row.approved_version),
    affirmed: row.affirmed,
    confirmed: row.confirmed,
    sent: row.sent,
    newest: newestOf(row),
    numberHeld: row.number_held ?? false,
    checkedBy: row.decided_by,
    checkedAt: row.decided_at,
  }))
}

function approverOf(unitId: string, approvers: Approvers, row: Row): Candidate['approver'] {
  const { person_id: personId, unit_id, person_category: personCategory, managed } = row
  const found = approvers.of({ personId, unitId: unit_id, personCategory, managed })
  if ('missing' in found) return 'nobody'
  return found.unit.id === unitId ? 'here' : { unitName: found.unit.name }
}

const refOf = (revisionId: string | null, version: number | null) =>
  revisionId === null || version === null ? null : { revisionId, version }

function newestOf({ newest_id, newest_version, state, returned }: Row): Candidate['newest'] {
  const ref = refOf(newest_id, newest_version)
  return ref && state ? { ...ref, state, returned: returned ?? 0 } : null
}
