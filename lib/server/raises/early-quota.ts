import 'server-only'
import { GONE_STATUSES } from '@/lib/domain/movements/movement-kinds'
import { meritQuota } from '@/lib/domain/raises/judge-raise'
import type { RaiseKind } from '@/lib/domain/raises/raised'
import { Refusal } from '@/lib/domain/refusal'
import { db, type Tx } from '../db'

type Wanted = readonly (readonly [{ unitId: string; unitName: string }, { kind: RaiseKind; effectiveOn: string }])[]

/**
 * Early raises for merit are so many in a hundred of a unit's people in a year (TT 08/2013/TT-BNV, Điều 3). Throws
 * `meritQuotaSpent` where this would be more.
 */
export async function requireMeritQuota(tx: Tx, people: Wanted): Promise<void> {
  const merit = people.filter(([, { kind }]) => kind === 'merit')
  const asked = new Map<string, { unitId: string; unitName: string; year: string; more: number }>()
  for (const [{ unitId, unitName }, { effectiveOn }] of merit) {
    const year = effectiveOn.slice(0, 4)
    const key = `${unitId}/${year}`
    const known = asked.get(key) ?? { unitId, unitName, year, more: 0 }
    asked.set(key, { ...known, more: known.more + 1 })
  }
  for (const { unitId, unitName, year, more } of asked.values()) {
    // Two desks of one unit wait for each other.
    await tx.$queryRaw`SELECT id FROM unit WHERE id = ${unitId}::uuid FOR NO KEY UPDATE`
    const { quota, used } = await meritUse(tx, unitId, year)
    if (used + more > quota) throw new Refusal('meritQuotaSpent', { unit: unitName, year, quota, used, more })
  }
}

/** How many a unit may raise early for merit in a year, and how many it has. */
async function meritUse(tx: Tx, unitId: string, year: string) {
  const [row] = await tx.$queryRaw<{ people: number; used: number }[]>`
    SELECT (SELECT count(*)::int FROM person p WHERE p.unit_id = ${unitId}::uuid AND p.same_as_id IS NULL
        AND p.employment_status <> ALL(${[...GONE_STATUSES]}) AND p.person_category <> 'LAO_DONG_HOP_DONG') AS people,
      (SELECT count(*)::int FROM raise g WHERE g.unit_id = ${unitId}::uuid AND g.kind = 'merit'
        AND g.state IN ('waiting', 'checked', 'draft') AND to_char(g.effective_on, 'YYYY') = ${year}) AS used`
  const { people = 0, used = 0 } = row ?? {}
  return { quota: meritQuota(people, `${year}-12-31`), used }
}

/** The same for a page, in the year of that day. */
export const meritUseOn = (unitId: string, day: string) => meritUse(db, unitId, day.slice(0, 4))
