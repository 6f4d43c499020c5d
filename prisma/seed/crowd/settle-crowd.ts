import { randomUUID } from 'node:crypto'
import { CATALOGUE_VERSION } from '@/lib/catalogue'
import { dayOf } from '@/lib/domain/calendar'
import { laterOf } from '@/lib/domain/organisation/organisation'
import type { Grant } from '@/lib/domain/policy'
import { DECLARATION } from '@/lib/domain/record'
import { searchName } from '@/lib/domain/search-name'
import { type AuditEntry, writeAuditOfEach, writeAuditOfMany } from '@/lib/server/audit'
import { transact } from '@/lib/server/call'
import type { Tx } from '@/lib/server/db'
import type { PersonPlan } from '../people'
import { actorOf, FOUNDER, type Member, type Roster } from '../roster'
import { sinceOf } from '../units'
import { livedRecord } from './live-record'
import type { UnitOfCrowd } from './plan-crowd'

/** When everything of one unit happens. */
export type Moments = { settled: Date; sent: Date; decided: Date }

const AT_ONCE = 250
/** No password opens such an account until a unit administrator issues one, as for everybody. */
const NO_PASSWORD = '-'

type Settled = { member: Member; row: ReturnType<typeof rowOf> }

/** The people of one unit, their accounts and records, as far as each has come; those of the roster sign and check later. */
export async function settleCrowd(
  roster: Roster,
  { people, above, unit }: UnitOfCrowd,
  moments: Moments,
  years: number,
) {
  const plans = people()
  let officer: Member | null = null
  for (let at = 0; at < plans.length; at += AT_ONCE) {
    const settled = plans.slice(at, at + AT_ONCE).map((plan): Settled => {
      const member = memberOf(roster, plan, moments)
      return { member, row: rowOf(roster, member, above, moments, years) }
    })
    for (const { member } of settled) if (member.plan.roles.length > 0) roster.add(member)
    officer ??= roster.officer(unit.code)
    const reviewers = { own: officer, above: roster.officer(above.code) }
    await transact(async (tx) => {
      await writeAll(tx, settled, reviewers, moments)
      if (years > 0) await writeEarlier(tx, settled, moments)
    })
  }
}

function memberOf(roster: Roster, plan: PersonPlan, { settled }: Moments): Member {
  const place = roster.unit(plan.profile.unit.code)
  const grants = (['person', ...plan.roles.map(({ role }) => role)] as const).map(
    (role): Grant => ({
      ...{ role, unitId: place.id, unitPath: place.path, unitName: place.name },
      ...{ from: dayOf(settled), until: null },
    }),
  )
  const ids = { userId: randomUUID(), personId: randomUUID(), recordId: randomUUID() }
  return { plan, unitPath: place.path, ...ids, grants, versions: {} }
}

function rowOf(roster: Roster, member: Member, above: UnitOfCrowd['above'], { sent }: Moments, years: number) {
  const { plan, personId, recordId, userId } = member
  const living = { above, recordId, today: dayOf(sent), years }
  const { sent: version, earlier, ...record } = livedRecord(plan, living)
  const { identity, agency } = record.draft
  return {
    ...{ personId, recordId, userId, postingId: randomUUID(), revisionId: randomUUID() },
    ...{ citizenId: identity.citizen_id, fullName: identity.full_name, dateOfBirth: identity.date_of_birth },
    ...{ searchName: searchName(plan.profile.fullName), username: plan.username },
    unitId: roster.unit(plan.profile.unit.code).id,
    // Nobody was in a unit before it was there.
    from: laterOf(record.from, sinceOf(plan.profile.unit)),
    ...{ category: agency.person_category, status: agency.employment_status },
    managed: agency.managed_by_standing_committee ?? false,
    ...{ draft: record.draft, versions: record.sectionVersions, filled: record.filled, missing: record.missing },
    unsent: version === null || version.state === 'returned',
    ...{ cameIn: plan.stage !== 'neverSignedIn', sent: version, earlier },
    returned: version?.state === 'returned' ? [RETURNED] : [],
  }
}

const RETURNED = {
  section: 'identity',
  code: 'citizen_id_issued_on',
  row: null,
  reason: 'Ngày cấp không khớp ảnh thẻ căn cước đã nộp. Xem lại mặt sau thẻ.',
}

type Reviewers = { own: Member; above: Member }

async function writeAll(tx: Tx, settled: readonly Settled[], reviewers: Reviewers, moments: Moments) {
  const rows = settled.map(({ member, row }) => {
    const reviewer = reviewerOf(member, reviewers)
    const { earlier: _, ...now } = row
    return { ...now, reviewerId: reviewer.userId, reviewer: reviewer.plan.profile.fullName }
  })
  await tx.$executeRaw`
    WITH one AS MATERIALIZED (SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS one ("personId" uuid,
      "recordId" uuid, "userId" uuid, "postingId" uuid, "revisionId" uuid, "citizenId" text, "fullName" text,
      "dateOfBirth" text, "searchName" text, username text, "unitId" uuid, "from" date, category text, status text,
      managed boolean, draft jsonb, versions jsonb, filled int, missing int, unsent boolean, "cameIn" boolean, sent jsonb,
      returned jsonb, "reviewerId" uuid, reviewer text)),
    person AS (INSERT INTO person (id, citizen_id, full_name, search_name, date_of_birth, unit_id, person_category,
        employment_status, managed_by_standing_committee, created_at)
      SELECT "personId", "citizenId", "fullName", "searchName", "dateOfBirth", "unitId", category, status, managed,
        ${moments.settled} FROM one),
    posting AS (INSERT INTO posting (id, person_id, unit_id, valid_from)
      SELECT "postingId", "personId", "unitId", "from" FROM one),
    account AS (INSERT INTO user_account (id, username, person_id, password_hash, first_sign_in_at, last_sign_in_at, created_at)
      SELECT "userId", username, "personId", ${NO_PASSWORD}, CASE WHEN "cameIn" THEN ${moments.sent}::timestamptz END,
        CASE WHEN "cameIn" THEN ${moments.sent}::timestamptz END, ${moments.settled} FROM one),
    record AS (INSERT INTO record (id, person_id, draft, section_versions, catalogue_version, revision_count, filled, missing,
        has_unsent, updated_at)
      SELECT "recordId", "personId", draft, versions, ${CATALOGUE_VERSION}, coalesce((sent ->> 'version')::int, 0), filled,
        missing, unsent, ${moments.sent} FROM one),
    revision AS (INSERT INTO revision (id, record_id, version, data, changes, salt, hash, catalogue_version, declaration,
        confirmed, by_user_id, by_name, at)
      SELECT "revisionId", "recordId", (sent ->> 'version')::int, draft, sent -> 'changes', sent ->> 'salt', sent ->> 'leaf', ${CATALOGUE_VERSION},
        ${DECLARATION}, ARRAY(SELECT jsonb_array_elements_text(sent -> 'confirmed')), "userId", "fullName", ${moments.sent}
      FROM one WHERE sent IS NOT NULL)
    INSERT INTO submission (id, revision_id, record_id, state, submitted_at, returned, decided_by_id, decided_by, decided_at)
    SELECT gen_random_uuid(), "revisionId", "recordId", (sent ->> 'state')::"SubmissionState", ${moments.sent}, returned,
      CASE WHEN sent ->> 'state' <> 'submitted' THEN "reviewerId" END,
      CASE WHEN sent ->> 'state' <> 'submitted' THEN reviewer END,
      CASE WHEN sent ->> 'state' <> 'submitted' THEN ${moments.decided}::timestamptz END
    FROM one WHERE sent IS NOT NULL`
  const grants = settled.flatMap(({ member: { userId, grants } }) => grants.map((grant) => ({ userId, ...grant })))
  await tx.$executeRaw`
    INSERT INTO role_grant (id, user_id, role, unit_id, valid_from, reason, created_at)
    SELECT gen_random_uuid(), "userId", role, "unitId", "from", 'Cấp cùng tài khoản', ${moments.settled}
    FROM jsonb_to_recordset(${JSON.stringify(grants)}::jsonb) AS one ("userId" uuid, role text, "unitId" uuid, "from" date)`
  await leaveTraces(tx, settled, reviewers, moments)
}

/** What was sent in the years before, a year apart; each stood until the next. */
async function writeEarlier(tx: Tx, settled: readonly Settled[], { sent }: Moments) {
  const rows = settled.flatMap(({ member, row }) =>
    row.earlier.map((one) => ({
      ...{ ...one, revisionId: randomUUID(), recordId: row.recordId, userId: row.userId },
      ...{ name: member.plan.profile.fullName, at: yearsBefore(sent, one.yearsAgo) },
      until: yearsBefore(sent, one.yearsAgo - 1),
    })),
  )
  await tx.$executeRaw`
    WITH one AS MATERIALIZED (SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS one ("revisionId" uuid,
      "recordId" uuid, "userId" uuid, name text, version int, data jsonb, changes jsonb, salt text, leaf text, confirmed jsonb,
      at timestamptz, until timestamptz)),
    revision AS (INSERT INTO revision (id, record_id, version, data, changes, salt, hash, catalogue_version, declaration,
        confirmed, by_user_id, by_name, at)
      SELECT "revisionId", "recordId", version, data, changes, salt, leaf, ${CATALOGUE_VERSION}, ${DECLARATION},
        ARRAY(SELECT jsonb_array_elements_text(confirmed)), "userId", name, at FROM one)
    INSERT INTO submission (id, revision_id, record_id, state, submitted_at, decided_at)
    SELECT gen_random_uuid(), "revisionId", "recordId", 'superseded', at, until FROM one`
}

const yearsBefore = (at: Date, years: number) => {
  const then = new Date(at)
  then.setUTCFullYear(then.getUTCFullYear() - years)
  return then
}

/** An officer’s own record is checked by the officer above. */
const reviewerOf = (member: Member, { own, above }: Reviewers) => (member.userId === own.userId ? above : own)

async function leaveTraces(tx: Tx, settled: readonly Settled[], reviewers: Reviewers, moments: Moments) {
  const born = settled.flatMap(({ member, row }): AuditEntry[] => {
    const { unitPath, plan, personId, userId } = member
    const name = plan.profile.fullName
    return [
      {
        action: 'person.created',
        subject: { type: 'person', id: personId, name },
        unitPath,
        detail: { from: row.from },
      },
      {
        action: 'account.issued',
        subject: { type: 'user', id: userId, name },
        unitPath,
        detail: { username: plan.username },
      },
    ]
  })
  await writeAuditOfMany(tx, actorOf(FOUNDER, moments.settled), born, moments.settled)
  const about = ({ member }: Settled) => ({
    subject: { type: 'record' as const, id: member.recordId, name: member.plan.profile.fullName },
    unitPath: member.unitPath,
  })
  const sent = settled.filter(({ row }) => row.sent !== null)
  const submitted = sent.map((one) => {
    const detail = { version: one.row.sent?.version ?? 0, changes: one.row.sent?.changes.length ?? 0 }
    const entry: AuditEntry = { action: 'record.submitted', ...about(one), detail }
    return [actorOf(one.member, moments.sent), entry] as const
  })
  await writeAuditOfEach(tx, submitted, moments.sent)
  const decided = sent.filter(({ row }) => row.sent?.state !== 'submitted')
  const decisions = decided.map((one) => {
    const returned = one.row.sent?.state === 'returned'
    const detail = { version: one.row.sent?.version ?? 0, fields: returned ? [RETURNED.code] : [] }
    const entry: AuditEntry = { action: returned ? 'record.returned' : 'record.checked', ...about(one), detail }
    return [actorOf(reviewerOf(one.member, reviewers), moments.decided), entry] as const
  })
  await writeAuditOfEach(tx, decisions, moments.decided)
}
