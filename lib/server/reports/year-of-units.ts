import 'server-only'
import type { Counts } from '@/lib/domain/reports/staff-forms'
import { db } from '../db'

/** What units did in a year up to a day: months closed, who came from and went to elsewhere. By unit. */
export async function yearOfUnits(on: string): Promise<Map<string, Counts>> {
  const first = `${on.slice(0, 4)}-01-01`
  const rows = await db.$queryRaw<{ unitId: string; months: number; received: number; gone: number }[]>`
    SELECT u.id AS "unitId",
      (SELECT count(DISTINCT b.period)::int FROM approval_batch b WHERE b.unit_id = u.id AND b.state = 'approved'
        AND b.kind = 'monthly' AND b.period BETWEEN ${first.slice(0, 7)} AND ${on.slice(0, 7)}) AS months,
      (SELECT count(*)::int FROM movement m WHERE m.to_unit_id = u.id AND m.kind = 'receive'
        AND m.day BETWEEN ${first}::date AND ${on}::date
        AND NOT EXISTS (SELECT FROM movement x WHERE x.undoes_id = m.id)) AS received,
      (SELECT count(*)::int FROM movement m WHERE m.from_unit_id = u.id AND m.kind = 'transferOut'
        AND m.day BETWEEN ${first}::date AND ${on}::date
        AND NOT EXISTS (SELECT FROM movement x WHERE x.undoes_id = m.id)) AS gone
    FROM unit u`
  return new Map(
    rows.map(({ unitId, months, received, gone }) => [
      unitId,
      { 'use.months': months, 'use.received': received, 'use.left': gone },
    ]),
  )
}
