import 'server-only'
import { DELIVERY_WORDS, sayCause } from '@/lib/domain/delivery-words'
import type { Column } from '@/lib/domain/lists/column'
import type { DeliveryAsk, DeliverySort } from '@/lib/domain/lists/delivery-list-spec'
import { type Actor, mayAnywhere } from '@/lib/domain/policy'
import type { DeliveryState } from '@/lib/domain/push'
import { Refusal } from '@/lib/domain/refusal'
import { Prisma } from '@/prisma/generated/client'
import { type Key, listPage } from '../lists/list-page'
import { findPeople } from '../people/find-people'
import { BY_NAME } from '../people/people-list'
import { sqlWithin } from '../within'
import { CAUSE, DELIVERIES } from './stuck'

const { sql } = Prisma

export type DeliveryRow = {
  id: string
  name: string
  unitName: string
  version: number
  state: DeliveryState
  cause: string | null
  label: string | null
  raw: string | null
  attempts: number
  at: Date
}

/** One page of the approved versions on their way, as this actor may see them. */
export async function deliveryList(actor: Actor, ask: DeliveryAsk) {
  if (!mayAnywhere(actor, 'push.read')) throw new Refusal('notFound', {})
  return listPage<DeliveryRow>({
    select: sql`d.id::text AS id, p.full_name AS name, u.name AS "unitName", d.version, d.state, ${CAUSE} AS cause,
      d.errors #>> '{0,label}' AS label, d.errors #>> '{0,raw}' AS raw, d.attempts, ${AT} AS at`,
    from: DELIVERIES,
    where: [sqlWithin(actor, 'push.read'), ...conditions(ask), ...findPeople(actor, ask.search)],
    lead: LEADS[ask.sort.by],
    tie: [...BY_NAME.slice(0, 2), { sql: sql`d.id`, type: 'bigint' }],
    down: ask.sort.down,
    size: ask.size,
    cursor: ask.cursor,
  })
}

export const DELIVERY_COLUMNS: readonly Column<DeliveryRow>[] = [
  { key: 'name', label: 'Người', kind: 'text', of: ({ name }) => name },
  { key: 'unit', label: 'Đơn vị', kind: 'text', of: ({ unitName }) => unitName },
  { key: 'version', label: 'Bản', kind: 'number', of: ({ version }) => version },
  { key: 'state', label: 'Trạng thái', kind: 'text', of: ({ state }) => DELIVERY_WORDS[state].word },
  {
    key: 'cause',
    label: 'Lý do',
    kind: 'text',
    of: ({ cause, state, label, raw }) =>
      cause && state !== 'superseded' ? sayCause({ key: cause, label, raw }) : null,
  },
  { key: 'attempts', label: 'Số lần gửi', kind: 'number', of: ({ attempts }) => attempts },
  { key: 'at', label: 'Lúc', kind: 'instant', of: ({ at }) => at },
]

const AT = sql`coalesce(d.settled_at, d.created_at)`

const LEADS: Record<DeliverySort, Key | null> = {
  name: null,
  unit: { sql: sql`u.name`, type: 'text' },
  version: { sql: sql`d.version`, type: 'int' },
  state: { sql: sql`d.state::text`, type: 'text' },
  attempts: { sql: sql`d.attempts`, type: 'int' },
  at: { sql: AT, type: 'timestamptz' },
}

function conditions({ filters: { state, cause, unit } }: DeliveryAsk): Prisma.Sql[] {
  return [
    ...(state === undefined ? [] : [sql`d.state = ${state}::"DeliveryState"`]),
    ...(cause === undefined ? [] : [sql`d.state IN ('refused', 'parked', 'held', 'excluded') AND ${CAUSE} = ${cause}`]),
    ...(unit === undefined ? [] : [sql`starts_with(u.path, (SELECT path FROM unit WHERE id = ${unit}::uuid))`]),
  ]
}
