import 'server-only'
import { BATCH_CHIPS, type BatchState, batchName } from '@/lib/domain/batch-words'
import type { BatchAsk, BatchSort } from '@/lib/domain/lists/batch-list-spec'
import type { Column } from '@/lib/domain/lists/column'
import { type Actor, can, inForce } from '@/lib/domain/policy'
import { Prisma } from '@/prisma/generated/client'
import { type Key, listPage } from '../lists/list-page'
import { sqlUnitsWithin } from '../within'

const { sql } = Prisma

export type BatchRow = {
  id: string
  kind: 'monthly' | 'adHoc'
  period: string
  number: number
  count: number
  state: BatchState
  reason: string | null
  approverName: string | null
  openedAt: Date
  closedAt: Date | null
  unitName: string
}

/** One page of the batches within the actor's reach. */
export const batchList = (actor: Actor, ask: BatchAsk) =>
  listPage<BatchRow>({
    select: sql`b.id, b.kind::text AS kind, b.period, b.number, b.count, b.state::text AS state, b.reason,
      b.approver_name AS "approverName", b.frozen_at AS "openedAt", b.closed_at AS "closedAt", u.name AS "unitName"`,
    from: sql`approval_batch b JOIN unit u ON u.id = b.unit_id`,
    where: [sqlUnitsWithin(actor, 'batch.read'), ...conditions(ask)],
    lead: LEADS[ask.sort.by],
    tie: [
      { sql: sql`b.frozen_at`, type: 'timestamptz' },
      { sql: sql`b.id`, type: 'uuid' },
    ],
    down: ask.sort.down,
    size: ask.size,
    cursor: ask.cursor,
  })

export const BATCH_COLUMNS: readonly Column<BatchRow>[] = [
  { key: 'name', label: 'Đợt', kind: 'text', of: batchName },
  { key: 'unit', label: 'Đơn vị', kind: 'text', of: ({ unitName }) => unitName },
  { key: 'count', label: 'Hồ sơ', kind: 'number', of: ({ count }) => count },
  { key: 'state', label: 'Trạng thái', kind: 'text', of: ({ state }) => BATCH_CHIPS[state].word },
  { key: 'approver', label: 'Người ký', kind: 'text', of: ({ approverName }) => approverName },
  { key: 'opened', label: 'Mở lúc', kind: 'instant', of: ({ openedAt }) => openedAt },
  { key: 'closed', label: 'Lúc', kind: 'instant', of: ({ closedAt }) => closedAt },
  { key: 'reason', label: 'Lý do ký riêng', kind: 'text', of: ({ reason }) => reason },
]

const LEADS: Record<BatchSort, Key | null> = {
  name: { sql: sql`b.period || '/' || lpad(b.number::text, 4, '0')`, type: 'text' },
  unit: { sql: sql`u.name`, type: 'text' },
  count: { sql: sql`b.count`, type: 'int' },
  state: { sql: sql`b.state::text`, type: 'text' },
  approver: { sql: sql`coalesce(b.approver_name, '')`, type: 'text' },
  opened: null,
  closed: { sql: sql`coalesce(b.closed_at, '1970-01-01Z'::timestamptz)`, type: 'timestamptz' },
}

function conditions({ filters: { unit, state, kind, month } }: BatchAsk): Prisma.Sql[] {
  return [
    ...(unit === undefined ? [] : [sql`b.unit_id = ${unit}::uuid`]),
    ...(state === undefined ? [] : [sql`b.state = ${state}::"BatchState"`]),
    ...(kind === undefined ? [] : [sql`b.kind = ${kind}::"BatchKind"`]),
    ...(month === undefined ? [] : [sql`b.period = ${month}`]),
  ]
}

/** The units whose month the page may show first: those the actor heads, then those the actor works for. */
export function ownUnits(actor: Actor): { id: string; name: string }[] {
  const grants = actor.grants.filter(
    (grant) =>
      inForce(grant, actor.today) &&
      OFFICES.includes(grant.role) &&
      can(actor, 'batch.read', { personId: null, unitPath: grant.unitPath }),
  )
  const byRank = grants.toSorted((a, b) => OFFICES.indexOf(a.role) - OFFICES.indexOf(b.role))
  return [...new Map(byRank.map(({ unitId, unitName }) => [unitId, { id: unitId, name: unitName }])).values()]
}

const OFFICES: readonly string[] = ['unitHead', 'mandate', 'recordsOfficer', 'unitAdmin']
