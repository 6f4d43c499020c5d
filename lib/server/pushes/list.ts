import 'server-only'
import { DELIVERY_STATES } from '@/lib/domain/delivery-words'
import { type Actor, mayAnywhere } from '@/lib/domain/policy'
import type { DeliveryState } from '@/lib/domain/push'
import { Refusal } from '@/lib/domain/refusal'
import { Prisma } from '@/prisma/generated/client'
import { db } from '../db'
import { sqlWithin } from '../within'
import { CAUSE, DELIVERIES, RESENDABLE } from './stuck'

export type PushFilter = {
  state: DeliveryState | null
  /** A cause's key, see `Cause`. */
  cause: string | null
  unitId: string | null
  page: number
}

export const ROWS_A_PAGE = 20

type CauseRow = {
  key: string
  state: DeliveryState
  /** Item of the form the complaint speaks of. */
  item: string | null
  label: string | null
  raw: string | null
  records: number
  units: number
}

type Row = {
  id: string
  name: string
  unit: string
  version: number
  state: DeliveryState
  cause: string | null
  label: string | null
  raw: string | null
  attempts: number
  at: Date
}

/** The page of deliveries as this actor may see them. Each figure is the length of the list that its link opens. */
export async function pushList(actor: Actor, filter: PushFilter) {
  if (!mayAnywhere(actor, 'push.read')) throw new Refusal('notFound', {})
  const reach = sqlWithin(actor, 'push.read')
  const where = Prisma.join([reach, ...conditions(filter)], ' AND ')
  const [figures, causes, [total], units, resendable, rows] = await Promise.all([
    db.$queryRaw<{ state: DeliveryState; count: number }[]>`
      SELECT d.state, count(*)::int AS count FROM ${DELIVERIES} WHERE ${reach} GROUP BY d.state`,
    causesOf(reach),
    db.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM ${DELIVERIES} WHERE ${where}`,
    db.$queryRaw<{ id: string; name: string }[]>`
      SELECT DISTINCT u.id, u.name FROM ${DELIVERIES} WHERE ${reach} ORDER BY u.name`,
    resendableFor(actor, filter.cause),
    db.$queryRaw<Row[]>`
      SELECT d.id::text AS id, p.full_name AS name, u.name AS unit, d.version, d.state, ${CAUSE} AS cause,
        d.errors #>> '{0,label}' AS label, d.errors #>> '{0,raw}' AS raw, d.attempts,
        coalesce(d.settled_at, d.created_at) AS at
      FROM ${DELIVERIES} WHERE ${where}
      ORDER BY coalesce(d.settled_at, d.created_at) DESC, d.id DESC
      LIMIT ${ROWS_A_PAGE} OFFSET ${(filter.page - 1) * ROWS_A_PAGE}`,
  ])
  const counts = Object.fromEntries(DELIVERY_STATES.map((state) => [state, 0])) as Record<DeliveryState, number>
  for (const { state, count } of figures) counts[state] = count
  return { counts, causes, rows, total: total?.count ?? 0, units, resendable }
}

export type PushList = Awaited<ReturnType<typeof pushList>>

function causesOf(reach: Prisma.Sql) {
  return db.$queryRaw<CauseRow[]>`
    SELECT ${CAUSE} AS key, min(d.state::text) AS state, min(d.errors #>> '{0,item}') AS item,
      min(d.errors #>> '{0,label}') AS label, min(d.errors #>> '{0,raw}') AS raw,
      count(*)::int AS records, count(DISTINCT u.id)::int AS units
    FROM ${DELIVERIES} WHERE ${reach} AND d.state IN ('refused', 'parked', 'held') AND ${CAUSE} IS NOT NULL
    GROUP BY 1 ORDER BY records DESC, key`
}

/** How many of a cause this actor could send again. */
async function resendableFor(actor: Actor, cause: string | null): Promise<number> {
  if (cause === null) return 0
  const [found] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM ${DELIVERIES}
    WHERE ${sqlWithin(actor, 'push.resend')} AND ${RESENDABLE} AND ${CAUSE} = ${cause}`
  return found?.count ?? 0
}

function conditions({ state, cause, unitId }: PushFilter): Prisma.Sql[] {
  return [
    ...(state === null ? [] : [Prisma.sql`d.state = ${state}::"DeliveryState"`]),
    ...(cause === null
      ? []
      : [Prisma.sql`d.state IN ('refused', 'parked', 'held', 'excluded') AND ${CAUSE} = ${cause}`]),
    ...(unitId === null ? [] : [Prisma.sql`starts_with(u.path, (SELECT path FROM unit WHERE id = ${unitId}::uuid))`]),
  ]
}
