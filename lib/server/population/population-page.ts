import 'server-only'
import { ROWS_A_PAGE } from '@/lib/domain/list-query'
import { type Actor, mayAnywhere } from '@/lib/domain/policy'
import type { PopulationResult } from '@/lib/domain/population/check-words'
import { purposesOn } from '@/lib/domain/population/purposes'
import type { Standing } from '@/lib/domain/population/standings'
import { Refusal } from '@/lib/domain/refusal'
import { Prisma } from '@/prisma/generated/client'
import { db } from '../db'
import { sqlUnitsWithin, sqlWithin } from '../within'
import { populationProfile } from './installation'
import { sqlQuestionHash } from './question-hash'
import { askedToday } from './quota'

const HASH = sqlQuestionHash(Prisma.sql`r.draft`)

/** Everybody of `u`nit with the newest answer about them, and how they stand by it. */
const STANDINGS = Prisma.sql`(
  SELECT r.id AS record_id, p.id, p.full_name, p.unit_id, c.result, c.cause, c.at, c.by_name, c.purpose,
    CASE WHEN q.record_id IS NOT NULL THEN 'queued' WHEN ${HASH} IS NULL THEN 'incomplete'
      WHEN c.id IS NULL OR c.input_sha256 <> ${HASH} THEN 'unasked' ELSE c.result::text END AS standing
  FROM record r JOIN person p ON p.id = r.person_id
  LEFT JOIN population_request q ON q.record_id = r.id
  LEFT JOIN LATERAL (SELECT * FROM population_check WHERE record_id = r.id ORDER BY id DESC LIMIT 1) c ON TRUE
) AS p JOIN unit u ON u.id = p.unit_id`

export type AskedRow = {
  recordId: string
  name: string
  unitName: string
  standing: Standing
  result: PopulationResult | null
  cause: string | null
  at: Date | null
  byName: string | null
  purpose: string | null
}

/** How the actor's people stand against the population database, and the list of those who stand so. Throws `notFound`. */
export async function populationPage(
  actor: Actor,
  { standing, page, now }: { standing: Standing; page: number; now: Date },
) {
  if (!mayAnywhere(actor, 'population.check')) throw new Refusal('notFound', {})
  const reach = sqlWithin(actor, 'population.check')
  const profile = populationProfile()
  const [sums, rows, used, campaigns] = await Promise.all([
    db.$queryRaw<{ standing: Standing; count: number }[]>`
      SELECT standing, count(*)::int AS count FROM ${STANDINGS} WHERE ${reach} GROUP BY standing`,
    db.$queryRaw<AskedRow[]>`
      SELECT p.record_id AS "recordId", p.full_name AS name, u.name AS "unitName", standing, result::text AS result, cause, at,
        by_name AS "byName", purpose
      FROM ${STANDINGS} WHERE ${reach} AND standing = ${standing}
      ORDER BY u.name, p.full_name, p.id LIMIT ${ROWS_A_PAGE} OFFSET ${(page - 1) * ROWS_A_PAGE}`,
    askedToday(db, now),
    campaignsOf(actor),
  ])
  return {
    profile: profile && {
      title: profile.title,
      quotaPerDay: profile.quotaPerDay,
      isAutomatic: Boolean(profile.automatic),
    },
    counts: Object.fromEntries(sums.map((sum) => [sum.standing, sum.count])) as Partial<Record<Standing, number>>,
    ...{ rows, used, campaigns, purposes: purposesOn(actor.today) },
  }
}

type Campaign = {
  id: string
  unitName: string
  purpose: string
  people: number
  waiting: number
  byName: string
  at: Date
}

const campaignsOf = (actor: Actor) => db.$queryRaw<Campaign[]>`
  SELECT c.id::text AS id, c.unit_name AS "unitName", c.purpose, c.people, c.by_name AS "byName", c.at,
    (SELECT count(*)::int FROM population_request q WHERE q.campaign_id = c.id) AS waiting
  FROM population_campaign c JOIN unit u ON u.id = c.unit_id
  WHERE ${sqlUnitsWithin(actor, 'population.check')} ORDER BY c.at DESC LIMIT 10`
