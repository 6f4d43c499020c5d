import 'server-only'
import { DELIVERY_STATES } from '@/lib/domain/delivery-words'
import { type Actor, mayAnywhere } from '@/lib/domain/policy'
import type { DeliveryState } from '@/lib/domain/push'
import { Refusal } from '@/lib/domain/refusal'
import type { Prisma } from '@/prisma/generated/client'
import { db } from '../db'
import { sqlWithin } from '../within'
import { CAUSE, DELIVERIES, RESENDABLE } from './stuck'

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

/** How the approved versions stand and what keeps them back. Each figure is the length of the list that its link opens. */
export async function pushFigures(actor: Actor, cause: string | null) {
  if (!mayAnywhere(actor, 'push.read')) throw new Refusal('notFound', {})
  const reach = sqlWithin(actor, 'push.read')
  const [figures, causes, resendable, units] = await Promise.all([
    db.$queryRaw<{ state: DeliveryState; count: number }[]>`
      SELECT d.state, count(*)::int AS count FROM ${DELIVERIES} WHERE ${reach} GROUP BY d.state`,
    causesOf(reach),
    resendableFor(actor, cause),
    cause === null ? [] : unitsOf(reach, cause),
  ])
  const counts = Object.fromEntries(DELIVERY_STATES.map((state) => [state, 0])) as Record<DeliveryState, number>
  for (const { state, count } of figures) counts[state] = count
  return { counts, causes, resendable, units }
}

function causesOf(reach: Prisma.Sql) {
  return db.$queryRaw<CauseRow[]>`
    SELECT ${CAUSE} AS key, min(d.state::text) AS state, min(d.errors #>> '{0,item}') AS item,
      min(d.errors #>> '{0,label}') AS label, min(d.errors #>> '{0,raw}') AS raw,
      count(*)::int AS records, count(DISTINCT u.id)::int AS units
    FROM ${DELIVERIES} WHERE ${reach} AND d.state IN ('refused', 'parked', 'held') AND ${CAUSE} IS NOT NULL
    GROUP BY 1 ORDER BY records DESC, key`
}

const UNITS_SHOWN = 100

/** The units that have something to mend, those with most first. */
function unitsOf(reach: Prisma.Sql, cause: string) {
  return db.$queryRaw<{ unitId: string; name: string; records: number }[]>`
    SELECT u.id AS "unitId", u.name, count(*)::int AS records FROM ${DELIVERIES}
    WHERE ${reach} AND d.state IN ('refused', 'parked', 'held') AND ${CAUSE} = ${cause}
    GROUP BY u.id, u.name ORDER BY records DESC, u.name LIMIT ${UNITS_SHOWN}`
}

/** How many of a cause this actor could send again. */
async function resendableFor(actor: Actor, cause: string | null): Promise<number> {
  if (cause === null) return 0
  const [found] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM ${DELIVERIES}
    WHERE ${sqlWithin(actor, 'push.resend')} AND ${RESENDABLE} AND ${CAUSE} = ${cause}`
  return found?.count ?? 0
}
