import 'server-only'
import { byUnit, PROGRESS_STAGES, type ProgressCounts, type ProgressRow } from '@/lib/domain/exchange/progress'
import { GONE_STATUSES } from '@/lib/domain/movements/movement-kinds'
import { sentCategories } from '@/lib/domain/push'
import { Prisma } from '@/prisma/generated/client'
import { db } from '../db'
import { PEOPLE, stageIs } from '../overview/stages'

const { sql, join, raw } = Prisma

/** The population database said yes last, and nothing has changed since that it would have to be asked about again. */
const MATCHED = sql`(
    SELECT c.result = 'match' FROM population_check c WHERE c.record_id = r.id AND c.result <> 'error' ORDER BY c.id DESC LIMIT 1)
  AND NOT EXISTS (SELECT FROM population_request q WHERE q.record_id = r.id)`

/** How far each unit is at this moment, of the people the national database holds. */
export async function progressFigures(month: string): Promise<ProgressRow[]> {
  const columns = PROGRESS_STAGES.map(
    (stage) =>
      sql`(count(*) FILTER (WHERE ${stage === 'matched' ? MATCHED : stageIs(stage, month)}))::int AS ${raw(`"${stage}"`)}`,
  )
  const [units, rows] = await Promise.all([
    db.unit.findMany({ select: { id: true, name: true, path: true, parentId: true } }),
    db.$queryRaw<({ unitId: string } & ProgressCounts)[]>`
      SELECT p.unit_id AS "unitId", ${join(columns)} FROM ${PEOPLE}
      WHERE p.person_category = ANY(${sentCategories()}) AND p.employment_status <> ALL(${[...GONE_STATUSES]})
      GROUP BY p.unit_id`,
  ])
  return byUnit(units, new Map(rows.map(({ unitId, ...counts }) => [unitId, counts])))
}
