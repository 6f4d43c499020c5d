import 'server-only'
import { sayPartialDay } from '@/lib/catalogue/days'
import type { Column } from '@/lib/domain/lists/column'
import type { SalaryAsk } from '@/lib/domain/lists/salary-list-spec'
import { GONE_STATUSES } from '@/lib/domain/movements/movement-kinds'
import { type Actor, mayAnywhere } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { SALARY_FORM_CODES, salaryForm } from '@/lib/domain/reports/salary-forms'
import { yearBefore } from '@/lib/domain/reports/staff-forms'
import { Prisma } from '@/prisma/generated/client'
import { codeLists } from '../code-lists/code-lists'
import { listPage } from '../lists/list-page'
import { findPeople } from '../people/find-people'
import { BY_NAME } from '../people/people-list'
import { sqlWithin } from '../within'
import { tiersOf } from './code-groups'
import { answer, approvedBy, inForce } from './staff-facts'

const { sql } = Prisma

export type SalaryRow = {
  personId: string
  recordId: string
  name: string
  unitName: string
  /** Null where it is not for this reader. */
  gender: string | null
  born: string | null
  position: string | null
  since: string | null
  rankCode: string | null
  step: number | null
  coefficient: number | null
  positionAllowance: number | null
  overScale: number | null
  responsibility: string | null
  region: string | null
  percent: number | null
}

/** What an address asks for: the form, and the day, which is not after today. */
export function askedSalary(actor: Actor, { filters }: Pick<SalaryAsk, 'filters'>) {
  const asked = filters.on ?? yearBefore(actor.today)
  const on = asked > actor.today ? actor.today : asked
  const form = salaryForm(filters.form ?? SALARY_FORM_CODES[0] ?? '', on)
  if (!form || !mayAnywhere(actor, 'report.salary')) throw new Refusal('notFound', {})
  return { form, on }
}

/** One page of the list, by what was approved by the end of the day; for who may read salaries there (Quy chế, Điều 13). */
export function salaryList(actor: Actor, ask: SalaryAsk) {
  const { form, on } = askedSalary(actor, ask)
  const since =
    form.since === 'rank' ? answer('salary', 'rank_appointed_on') : answer('position', 'position_appointed_on')
  const mayBirth = sqlWithin(actor, 'record.read', 'identity.date_of_birth')
  return listPage<SalaryRow>({
    select: sql`p.id AS "personId", r.id AS "recordId", p.full_name AS name, w.name AS "unitName",
      CASE WHEN ${mayBirth} THEN ${answer('identity', 'gender')} END AS gender,
      CASE WHEN ${mayBirth} THEN ${answer('identity', 'date_of_birth')} END AS born,
      ${answer('position', 'current_position')} AS position, ${since} AS since,
      ${answer('salary', 'rank_code')} AS "rankCode", (${answer('salary', 'salary_step')})::int AS step,
      (${answer('salary', 'salary_coefficient')})::float8 AS coefficient,
      (${answer('salary', 'position_allowance')})::float8 AS "positionAllowance",
      (${answer('salary', 'over_scale_percent')})::int AS "overScale", t.responsibility, t.region, t.percent`,
    from: sql`posting g JOIN unit_version w ON w.unit_id = g.unit_id AND ${inForce('w', on)}
      JOIN person p ON p.id = g.person_id AND p.same_as_id IS NULL JOIN unit u ON u.id = g.unit_id
      JOIN record r ON r.person_id = p.id JOIN ${approvedBy(on, actor.today)} a ON a.record_id = r.id
      LEFT JOIN cv ON cv.record_id = a.record_id AND cv.revision_id = a.revision_id
      LEFT JOIN revision v ON v.id = a.revision_id AND cv.record_id IS NULL
      CROSS JOIN LATERAL (${allowancesOn(on)}) t`,
    where: [
      inForce('g', on),
      sql`w.type_code = ANY (${tiersOf(form.tiers)})`,
      sql`${answer('agency', 'person_category')} = ANY (${[...form.categories]})`,
      sql`coalesce(${answer('agency', 'employment_status')}, '') <> ALL (${[...GONE_STATUSES]})`,
      sqlWithin(actor, 'report.salary'),
      ...(ask.filters.unit === undefined
        ? []
        : [sql`starts_with(u.path, (SELECT path FROM unit WHERE id = ${ask.filters.unit}::uuid))`]),
      ...findPeople(actor, ask.search),
    ],
    lead: ask.sort.by === 'unit' ? { sql: sql`w.name`, type: 'text' } : null,
    tie: BY_NAME,
    ...{ down: ask.sort.down, size: ask.size, cursor: ask.cursor },
  })
}

/** Allowances that are paid on a day: for responsibility (12), for the region (06), and the sum of those in percent. */
const allowancesOn = (on: string) => sql`
  SELECT string_agg(k.said, '; ') FILTER (WHERE k.type = '12') AS responsibility,
    string_agg(k.said, '; ') FILTER (WHERE k.type = '06') AS region, sum(k.percent)::float8 AS percent
  FROM (
    SELECT x.type, x.percent, coalesce(replace(x.coefficient::float8::text, '.', ','),
      replace(x.percent::float8::text, '.', ',') || ' %', x.amount::text) AS said
    FROM (
      SELECT c.allowance_type AS type, c.allowance_percent AS percent, c.allowance_coefficient AS coefficient,
        c.allowance_amount AS amount, c.allowance_period_from AS "from", c.allowance_period_to AS until
      FROM cv_allowances c WHERE c.record_id = cv.record_id
      UNION ALL
      SELECT y.allowance_type, y.allowance_percent, y.allowance_coefficient, y.allowance_amount,
        y.allowance_period ->> 'from', y.allowance_period ->> 'to'
      FROM jsonb_to_recordset(CASE WHEN jsonb_typeof(v.data #> '{economy,allowances}') = 'array'
        THEN v.data #> '{economy,allowances}' ELSE '[]'::jsonb END)
        AS y (allowance_type text, allowance_percent numeric, allowance_coefficient numeric, allowance_amount bigint,
          allowance_period jsonb)
    ) x
    WHERE coalesce(x."from", '') <= ${on} AND coalesce(x.until, '9999') >= left(${on}, length(coalesce(x.until, '9999')))
  ) k`

const labelOf = (list: string, code: string) => codeLists(list).find((entry) => entry.code === code)?.label ?? code
const RANKS = 'ngach-cong-chuc + chuc-danh-nghe-nghiep'
const bornOf = (wanted: string) => (row: SalaryRow) =>
  row.gender === wanted && row.born !== null ? sayPartialDay(row.born) : null

/** The columns of the circular, in its order. */
export const SALARY_COLUMNS: readonly Column<SalaryRow>[] = [
  { key: 'name', label: 'Họ và tên', kind: 'text', of: ({ name }) => name },
  { key: 'bornMale', label: 'Ngày sinh: Nam', kind: 'text', of: bornOf('1') },
  { key: 'bornFemale', label: 'Ngày sinh: Nữ', kind: 'text', of: bornOf('2') },
  {
    key: 'title',
    label: 'Chức vụ hoặc chức danh công tác',
    kind: 'text',
    of: ({ position, rankCode }) => (position ? labelOf('chuc-vu', position) : rankCode && labelOf(RANKS, rankCode)),
  },
  { key: 'unit', label: 'Cơ quan, đơn vị đang làm việc', kind: 'text', of: ({ unitName }) => unitName },
  { key: 'since', label: 'Thời gian giữ ngạch, chức vụ', kind: 'day', of: ({ since }) => since },
  { key: 'rank', label: 'Mã số ngạch', kind: 'identity', of: ({ rankCode }) => rankCode },
  { key: 'coefficient', label: 'Hệ số lương', kind: 'number', of: ({ coefficient }) => coefficient },
  { key: 'step', label: 'Bậc', kind: 'number', of: ({ step }) => step },
  { key: 'position', label: 'PC chức vụ', kind: 'number', of: ({ positionAllowance }) => positionAllowance },
  { key: 'responsibility', label: 'PC trách nhiệm', kind: 'text', of: ({ responsibility }) => responsibility },
  { key: 'region', label: 'PC khu vực', kind: 'text', of: ({ region }) => region },
  { key: 'overScale', label: 'PC vượt khung (%)', kind: 'number', of: ({ overScale }) => overScale },
  { key: 'percent', label: 'Tổng PC theo %', kind: 'number', of: ({ percent }) => percent },
]
