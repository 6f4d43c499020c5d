import 'server-only'
import {
  EXPORT_CHIPS,
  type ExportKind,
  type ExportState,
  exportNumber,
  KIND_WORDS,
} from '@/lib/domain/exports/export-words'
import type { Column } from '@/lib/domain/lists/column'
import type { ExportAsk, ExportSort } from '@/lib/domain/lists/export-list-spec'
import { type Actor, inForce } from '@/lib/domain/policy'
import { Prisma } from '@/prisma/generated/client'
import { type Key, listPage } from '../lists/list-page'
import { sqlUnitsWithin } from '../within'
import { WITHDRAWN_SINCE } from './withdrawn-since'

const { sql } = Prisma

export type ExportRow = {
  id: string
  kind: ExportKind
  state: ExportState
  year: number | null
  number: number | null
  subjectName: string
  purpose: string
  requestedBy: string
  requestedAt: Date
  signerName: string | null
  sealedBy: string | null
  closedAt: Date | null
  /** Since when the approval of something in it is taken back. */
  withdrawnSince: Date | null
  unitName: string
  unitCode: string
}

/** One page of the register: of the units whose documents the actor signs, prepares or seals, and what is their own. */
export const exportList = (actor: Actor, ask: ExportAsk) =>
  listPage<ExportRow>({
    select: sql`e.id, e.kind::text AS kind, e.state::text AS state, e.year, e.number, e.subject_name AS "subjectName", e.purpose,
      e.requested_by AS "requestedBy", e.requested_at AS "requestedAt", e.signer_name AS "signerName",
      e.sealed_by AS "sealedBy", e.closed_at AS "closedAt",
      ${WITHDRAWN_SINCE} AS "withdrawnSince", u.name AS "unitName", u.code AS "unitCode"`,
    from: sql`legal_export e JOIN unit u ON u.id = e.unit_id`,
    where: [seenBy(actor), ...conditions(ask)],
    lead: LEADS[ask.sort.by],
    tie: [
      { sql: sql`e.requested_at`, type: 'timestamptz' },
      { sql: sql`e.id`, type: 'uuid' },
    ],
    down: ask.sort.down,
    size: ask.size,
    cursor: ask.cursor,
  })

/** The same as `maySee` for one. */
function seenBy(actor: Actor): Prisma.Sql {
  const kept = actor.grants.filter((grant) => grant.role === 'sealKeeper' && inForce(grant, actor.today))
  const own =
    actor.personId === null
      ? sql`FALSE`
      : sql`e.record_id IN (SELECT id FROM record WHERE person_id = ${actor.personId}::uuid)`
  return sql`(${sqlUnitsWithin(actor, 'export.read')} OR e.requested_by_id = ${actor.userId}::uuid OR ${own}
    OR e.unit_id = ANY(${kept.map(({ unitId }) => unitId)}::uuid[]))`
}

export const EXPORT_COLUMNS: readonly Column<ExportRow>[] = [
  {
    ...{ key: 'number', label: 'Số', kind: 'text' },
    of: ({ number, kind, unitCode }) => (number === null ? null : exportNumber(number, kind, unitCode)),
  },
  { key: 'closed', label: 'Phát hành lúc', kind: 'instant', of: ({ closedAt }) => closedAt },
  { key: 'kind', label: 'Loại', kind: 'text', of: ({ kind }) => KIND_WORDS[kind].name },
  { key: 'subject', label: 'Về', kind: 'text', of: ({ subjectName }) => subjectName },
  { key: 'unit', label: 'Cơ quan', kind: 'text', of: ({ unitName }) => unitName },
  { key: 'state', label: 'Trạng thái', kind: 'text', of: ({ state }) => EXPORT_CHIPS[state].word },
  { key: 'withdrawn', label: 'Phê duyệt đã rút lúc', kind: 'instant', of: ({ withdrawnSince }) => withdrawnSince },
  { key: 'signer', label: 'Người ký', kind: 'text', of: ({ signerName }) => signerName },
  { key: 'sealed', label: 'Người đóng dấu', kind: 'text', of: ({ sealedBy }) => sealedBy },
  { key: 'requested', label: 'Đề nghị lúc', kind: 'instant', of: ({ requestedAt }) => requestedAt },
  { key: 'purpose', label: 'Dùng vào việc', kind: 'text', of: ({ purpose }) => purpose },
]

const LEADS: Record<ExportSort, Key | null> = {
  number: { sql: sql`coalesce(e.year, 0) * 1000000 + coalesce(e.number, 0)`, type: 'int' },
  unit: { sql: sql`u.name`, type: 'text' },
  subject: { sql: sql`e.subject_name`, type: 'text' },
  state: { sql: sql`e.state::text`, type: 'text' },
  requested: null,
  closed: { sql: sql`coalesce(e.closed_at, '1970-01-01Z'::timestamptz)`, type: 'timestamptz' },
}

function conditions({ filters: { unit, state, kind, year } }: ExportAsk): Prisma.Sql[] {
  return [
    ...(unit === undefined ? [] : [sql`e.unit_id = ${unit}::uuid`]),
    ...(state === undefined ? [] : [sql`e.state = ${state}::"ExportState"`]),
    ...(kind === undefined ? [] : [sql`e.kind = ${kind}::"ExportKind"`]),
    ...(year === undefined ? [] : [sql`e.year = ${Number(year)}`]),
  ]
}
