import 'server-only'
import { GONE_STATUSES } from '@/lib/domain/movements/movement-kinds'
import type { Actor } from '@/lib/domain/policy'
import { type NextRaise, nextRaise, type PayFacts } from '@/lib/domain/raises/next-raise'
import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '../db'
import { sqlWithin } from '../within'

const { sql } = Prisma

/** Somebody's approved pay and what follows from it. */
export type PaidPerson = {
  personId: string
  recordId: string
  name: string
  /** Given name first. */
  sortName: string
  unitId: string
  unitName: string
  unitPath: string
  facts: PayFacts & { rankCode: string }
  raise: NextRaise
  born: string | null
  gender: string | null
  /** The working copy says the same of the pay as the approved record. */
  draftAgrees: boolean
  lastWasMerit: boolean
}

type Row = Omit<PaidPerson, 'facts' | 'raise'> & Omit<PayFacts, 'rankCode'> & { rankCode: string }

/**
 * The people within this actor's reach whose next raise may come by that day, from what was approved of them; who already has
 * a raise under way is not among them. Delays are reckoned from the record itself, so nobody is missed and nobody comes early.
 */
export async function loadPay(
  tx: Tx,
  actor: Actor,
  permission: 'raise.read' | 'raise.record',
  { until, where }: { until: string; where: readonly Prisma.Sql[] },
): Promise<PaidPerson[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p.id AS "personId", r.id AS "recordId", p.full_name AS name, p.given_name || ' ' || p.family_name AS "sortName",
      u.id AS "unitId", u.name AS "unitName", u.path AS "unitPath", p.person_category AS category,
      p.employment_status AS status, cv.rank_code AS "rankCode", cv.salary_step AS step,
      cv.salary_coefficient::text AS coefficient, cv.salary_effective_on::text AS since,
      cv.over_scale_percent AS "overScale", cv.over_scale_effective_on::text AS "overScaleSince",
      p.date_of_birth AS born, cv.gender,
      coalesce((SELECT jsonb_agg(jsonb_build_object('year', w.reward_year, 'rating', w.professional_rating))
        FROM cv_rewards w WHERE w.record_id = r.id AND w.reward_year IS NOT NULL AND w.professional_rating IS NOT NULL),
        '[]') AS ratings,
      coalesce((SELECT jsonb_agg(jsonb_build_object('from', k.discipline_period_from, 'form', k.discipline_form))
        FROM cv_disciplines k WHERE k.record_id = r.id AND k.discipline_period_from IS NOT NULL
          AND k.discipline_form IS NOT NULL), '[]') AS disciplines,
      ((r.draft #>> '{salary,rank_code}') IS NOT DISTINCT FROM cv.rank_code
        AND (r.draft #>> '{salary,salary_step}')::int IS NOT DISTINCT FROM cv.salary_step
        AND coalesce((r.draft #>> '{salary,over_scale_percent}')::int, 0) = coalesce(cv.over_scale_percent, 0))
        AS "draftAgrees",
      coalesce((SELECT g.kind = 'merit' FROM raise g
        WHERE g.person_id = p.id AND g.rank_code = cv.rank_code AND g.state IN ('checked', 'draft')
        ORDER BY g.effective_on DESC LIMIT 1), FALSE) AS "lastWasMerit"
    FROM person p JOIN unit u ON u.id = p.unit_id AND p.same_as_id IS NULL
      JOIN record r ON r.person_id = p.id JOIN cv ON cv.record_id = r.id
    WHERE ${sqlWithin(actor, permission)} AND p.id IS DISTINCT FROM ${actor.personId}::uuid
      AND p.employment_status <> ALL(${[...GONE_STATUSES]}) AND cv.rank_code IS NOT NULL
      AND CASE WHEN cv.over_scale_percent > 0 THEN cv.over_scale_effective_on + interval '12 months'
        ELSE cv.salary_effective_on + interval '24 months' END <= ${until}::date + interval '12 months'
      AND NOT EXISTS (SELECT FROM raise g WHERE g.person_id = p.id AND g.state IN ('waiting', 'checked', 'draft')
        AND (g.to_step > cv.salary_step OR g.to_over_scale > coalesce(cv.over_scale_percent, 0))
        AND g.rank_code = cv.rank_code AND (g.state = 'waiting' OR (r.draft #>> '{salary,salary_step}')::int >= g.to_step
          AND coalesce((r.draft #>> '{salary,over_scale_percent}')::int, 0) >= g.to_over_scale))
      ${Prisma.join([sql`AND TRUE`, ...where.map((one) => sql`AND ${one}`)], ' ')}`
  return rows.flatMap(({ category, status, rankCode, step, coefficient, since, overScale, ...row }) => {
    const { overScaleSince, ratings, disciplines, ...person } = row
    const facts = {
      category,
      status,
      rankCode,
      step,
      coefficient,
      since,
      overScale,
      overScaleSince,
      ratings,
      disciplines,
    }
    const raise = nextRaise(facts)
    return 'none' in raise ? [] : [{ ...person, facts, raise }]
  })
}
