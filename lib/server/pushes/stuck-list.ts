import 'server-only'
import { dayOf } from '@/lib/domain/calendar'
import { sayCause } from '@/lib/domain/delivery-words'
import {
  CLOCK_WORDS,
  type ClockLevel,
  dueOf,
  HELD_FOR_HOME_AFFAIRS,
  HELD_FOR_UNIT,
  REFUSED_FOR_UNIT,
  WAIT_ON,
  WAITS,
  type WaitKind,
  type WaitOn,
} from '@/lib/domain/exchange/waits'
import type { Column } from '@/lib/domain/lists/column'
import type { StuckAsk, StuckSort } from '@/lib/domain/lists/stuck-list-spec'
import { type Actor, mayAnywhere } from '@/lib/domain/policy'
import { sentCategories } from '@/lib/domain/push'
import { Refusal } from '@/lib/domain/refusal'
import { Prisma } from '@/prisma/generated/client'
import { db } from '../db'
import { type Key, listPage } from '../lists/list-page'
import { workingCalendar } from '../movements/working-calendar'
import { findPeople } from '../people/find-people'
import { BY_NAME } from '../people/people-list'
import { sqlWithin } from '../within'
import { CAUSE } from './stuck'

const { sql, join } = Prisma

type Found = {
  key: string
  recordId: string
  deliveryId: string | null
  name: string
  unitName: string
  kind: WaitKind
  on: WaitOn
  since: Date
  /** When the change was sent by its person; null of those whom the national database does not hold. */
  sentAt: Date | null
  cause: string | null
  label: string | null
  raw: string | null
}
export type StuckRow = Found & { due: string | null; level: ClockLevel | null }

/** One page of everything that waits on somebody between a person's change and the ministry's yes, as far as this actor's reach goes. */
export async function stuckList(actor: Actor, ask: StuckAsk, now: Date) {
  if (!mayAnywhere(actor, 'push.read')) throw new Refusal('notFound', {})
  const [page, calendar] = await Promise.all([
    listPage<Found>({
      select: sql`w.key, w.record_id::text AS "recordId", w.delivery_id::text AS "deliveryId", p.full_name AS name, u.name AS "unitName",
        w.kind, ${ON} AS "on", w.since, CASE WHEN p.person_category = ANY(${sentCategories()}) THEN w.sent_at END AS "sentAt", w.cause, w.label, w.raw`,
      from: from(new Date(now.getTime() - 3_600_000)),
      where: [
        sqlWithin(actor, 'push.read'),
        sql`p.same_as_id IS NULL`,
        ...conditions(ask),
        ...findPeople(actor, ask.search),
      ],
      lead: LEADS[ask.sort.by],
      tie: [...BY_NAME.slice(0, 2), { sql: sql`w.key`, type: 'text' }],
      down: ask.sort.down,
      size: ask.size,
      cursor: ask.cursor,
    }),
    workingCalendar(db),
  ])
  const rows = page.rows.map((row): StuckRow => {
    const clock = row.sentAt && dueOf(dayOf(row.sentAt), null, actor.today, calendar)
    return { ...row, due: clock?.due ?? null, level: clock?.level ?? null }
  })
  return { ...page, rows }
}

/** `w`: open submissions and deliveries that do not move, each once; then the person and the unit. */
const from = (waitingBefore: Date) => sql`(
    SELECT 's' || s.id::text AS key, s.record_id, NULL::bigint AS delivery_id,
      CASE s.state WHEN 'frozen' THEN 'checked' ELSE s.state::text END AS kind,
      CASE s.state WHEN 'submitted' THEN s.submitted_at ELSE coalesce(s.decided_at, s.submitted_at) END AS since,
      s.submitted_at AS sent_at, NULL AS cause, NULL AS code, NULL AS reason, NULL AS label, NULL AS raw
    FROM submission s WHERE s.state IN ('submitted', 'returned', 'checked', 'frozen')
    UNION ALL
    SELECT 'd' || d.id::text, d.record_id, d.id,
      CASE d.state WHEN 'sending' THEN 'waiting' ELSE d.state::text END,
      coalesce(d.settled_at, d.created_at), s.submitted_at, ${CAUSE},
      d.errors #>> '{0,code}', d.reason_code, d.errors #>> '{0,label}', d.errors #>> '{0,raw}'
    FROM delivery d LEFT JOIN submission s ON s.revision_id = d.revision_id
    WHERE (d.state IN ('refused', 'held', 'parked') OR (d.state IN ('waiting', 'sending') AND d.created_at < ${waitingBefore}))
      AND NOT EXISTS (SELECT FROM withdrawn_revision x WHERE x.revision_id = d.revision_id AND d.reason_code IS DISTINCT FROM 'withdrawnAtMinistry')
  ) w JOIN record r ON r.id = w.record_id JOIN person p ON p.id = r.person_id JOIN unit u ON u.id = p.unit_id`

const among = (words: readonly string[]) => join([...words])

const ON = sql`CASE w.kind
    WHEN 'returned' THEN 'person' WHEN 'submitted' THEN 'officer' WHEN 'checked' THEN 'approver' WHEN 'waiting' THEN 'ministry'
    WHEN 'refused' THEN CASE WHEN w.code IN (${among(REFUSED_FOR_UNIT)}) THEN 'unit' ELSE 'integration' END
    WHEN 'held' THEN CASE WHEN w.reason IN (${among(HELD_FOR_HOME_AFFAIRS)}) THEN 'homeAffairs'
      WHEN w.reason IN (${among(HELD_FOR_UNIT)}) THEN 'unit' ELSE 'integration' END
    ELSE 'integration' END`

const LEADS: Record<StuckSort, Key | null> = {
  name: null,
  unit: { sql: sql`u.name`, type: 'text' },
  kind: { sql: sql`w.kind`, type: 'text' },
  on: { sql: ON, type: 'text' },
  since: { sql: sql`w.since`, type: 'timestamptz' },
}

function conditions({ filters: { kind, on, unit } }: StuckAsk): Prisma.Sql[] {
  return [
    ...(kind === undefined ? [] : [sql`w.kind = ${kind}`]),
    ...(on === undefined ? [] : [sql`${ON} = ${on}`]),
    ...(unit === undefined ? [] : [sql`starts_with(u.path, (SELECT path FROM unit WHERE id = ${unit}::uuid))`]),
  ]
}

export const STUCK_COLUMNS: readonly Column<StuckRow>[] = [
  { key: 'name', label: 'Người', kind: 'text', of: ({ name }) => name },
  { key: 'unit', label: 'Đơn vị', kind: 'text', of: ({ unitName }) => unitName },
  { key: 'kind', label: 'Đang kẹt ở đâu', kind: 'text', of: ({ kind }) => WAITS[kind] },
  { key: 'on', label: 'Chờ ai', kind: 'text', of: ({ on }) => WAIT_ON[on] },
  {
    key: 'cause',
    label: 'Lý do',
    kind: 'text',
    of: ({ cause, label, raw }) => (cause === null ? null : sayCause({ key: cause, label, raw })),
  },
  { key: 'since', label: 'Từ lúc', kind: 'instant', of: ({ since }) => since },
  { key: 'due', label: 'Hạn đồng bộ', kind: 'day', of: ({ due }) => due },
  { key: 'level', label: 'Còn hay quá hạn', kind: 'text', of: ({ level }) => level && CLOCK_WORDS[level] },
]
