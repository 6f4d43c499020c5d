import 'server-only'
import type { Column } from '@/lib/domain/lists/column'
import type { MovementAsk, MovementSort } from '@/lib/domain/lists/movement-list-spec'
import { MOVEMENT_KINDS, movementLabel } from '@/lib/domain/movements/movement-kinds'
import {
  MOVEMENT_STATES,
  type MovementState,
  movementState,
  mustBeReported,
} from '@/lib/domain/movements/movement-words'
import { type Actor, mayAnywhere } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { Prisma } from '@/prisma/generated/client'
import { type Key, listPage } from '../lists/list-page'
import { findPeople } from '../people/find-people'
import { BY_NAME } from '../people/people-list'
import { sqlUnitsWithin } from '../within'

const { sql, join } = Prisma

type Stored = {
  id: string
  kind: string
  person: string
  day: string
  decidedOn: string
  basis: string
  from: string
  to: string | null
  undone: boolean
  inEffect: boolean
  reportedOn: string | null
  byName: string
  at: Date
}

export type MovementRow = Stored & { state: MovementState }

/** One page of the movements from, to or of people in the units in reach. */
export async function movementList(actor: Actor, ask: MovementAsk) {
  if (!mayAnywhere(actor, 'movement.read')) throw new Refusal('notFound', {})
  const page = await listPage<Stored>({
    select: sql`m.id::text AS id, m.kind, p.full_name AS person, m.day::text AS day, m.decided_on::text AS "decidedOn",
      m.basis, f.name AS "from", coalesce(t.name, m.destination) AS "to", x.id IS NOT NULL AS undone,
      e.movement_id IS NOT NULL AS "inEffect", r.sent_on::text AS "reportedOn", m.by_name AS "byName", m.at`,
    from: sql`movement m JOIN person p ON p.id = m.person_id JOIN unit f ON f.id = m.from_unit_id
      LEFT JOIN unit t ON t.id = m.to_unit_id LEFT JOIN movement x ON x.undoes_id = m.id
      LEFT JOIN movement_effect e ON e.movement_id = m.id LEFT JOIN movement_report r ON r.movement_id = m.id`,
    where: [
      sql`m.kind <> 'undo'`,
      touches(sqlUnitsWithin(actor, 'movement.read')),
      ...conditions(ask),
      ...findPeople(actor, ask.search),
    ],
    lead: LEADS[ask.sort.by],
    tie: [...BY_NAME.slice(0, 2), { sql: sql`m.number`, type: 'bigint' }],
    down: ask.sort.down,
    size: ask.size,
    cursor: ask.cursor,
  })
  const rows = page.rows.map((row) => ({
    ...row,
    state: movementState({ ...row, mustReport: mustBeReported(row.kind) }),
  }))
  return { ...page, rows }
}

export const MOVEMENT_COLUMNS: readonly Column<MovementRow>[] = [
  { key: 'person', label: 'Người', kind: 'text', of: ({ person }) => person },
  { key: 'kind', label: 'Biến động', kind: 'text', of: ({ kind }) => movementLabel(kind) },
  { key: 'day', label: 'Từ ngày', kind: 'day', of: ({ day }) => day },
  { key: 'units', label: 'Từ – đến', kind: 'text', of: ({ from, to }) => (to === null ? from : `${from} → ${to}`) },
  { key: 'basis', label: 'Quyết định', kind: 'text', of: ({ basis }) => basis },
  { key: 'decided', label: 'Ngày quyết định', kind: 'day', of: ({ decidedOn }) => decidedOn },
  { key: 'state', label: 'Tình hình', kind: 'text', of: ({ state }) => MOVEMENT_STATES[state].word },
  { key: 'by', label: 'Người ghi', kind: 'text', of: ({ byName }) => byName },
  { key: 'written', label: 'Ghi lúc', kind: 'instant', of: ({ at }) => at },
]

/** One of its units, as `u`: where it was from, where it went, where the person stands today. */
const touches = (unit: Prisma.Sql) =>
  sql`EXISTS (SELECT FROM unit u WHERE u.id IN (m.from_unit_id, m.to_unit_id, p.unit_id) AND ${unit})`

const LEADS: Record<MovementSort, Key | null> = {
  person: null,
  day: { sql: sql`m.day::text`, type: 'text' },
  decided: { sql: sql`m.decided_on::text`, type: 'text' },
  written: { sql: sql`m.number`, type: 'bigint' },
}

function conditions({ filters: { unit, kind, state, month } }: MovementAsk): Prisma.Sql[] {
  return [
    ...(unit === undefined
      ? []
      : [touches(sql`starts_with(u.path, (SELECT path FROM unit WHERE id = ${unit}::uuid))`)]),
    ...(kind === undefined ? [] : [sql`m.kind = ${kind}`]),
    ...(month === undefined ? [] : [sql`to_char(m.day, 'YYYY-MM') = ${month}`]),
    ...(state === undefined ? [] : [STATES[state as MovementState]]),
  ]
}

const REPORTED = join(MOVEMENT_KINDS.filter(mustBeReported))
const STATES: Record<MovementState, Prisma.Sql> = {
  undone: sql`x.id IS NOT NULL`,
  waiting: sql`x.id IS NULL AND e.movement_id IS NULL`,
  unreported: sql`x.id IS NULL AND e.movement_id IS NOT NULL AND r.movement_id IS NULL AND m.kind IN (${REPORTED})`,
  inEffect: sql`x.id IS NULL AND e.movement_id IS NOT NULL AND (r.movement_id IS NOT NULL OR m.kind NOT IN (${REPORTED}))`,
}
