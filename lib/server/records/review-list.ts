import 'server-only'
import type { Column } from '@/lib/domain/lists/column'
import type { ReviewAsk, ReviewSort } from '@/lib/domain/lists/review-list-spec'
import type { Actor } from '@/lib/domain/policy'
import { Prisma } from '@/prisma/generated/client'
import { codeLists } from '../code-lists/code-lists'
import { type Key, type ListSource, listPage } from '../lists/list-page'
import { findPeople } from '../people/find-people'
import { placeInWords } from '../people/people-columns'
import { BY_NAME } from '../people/people-list'
import { sqlWithin } from '../within'

const { sql } = Prisma

export type WaitingRow = {
  submissionId: string
  name: string
  unitName: string
  personCategory: string
  submittedAt: Date
  /** Of the revision sent: from the second on it was sent again. */
  version: number
  /** Fields changed. */
  changes: number
}

/** One page of the submissions that wait for an officer, longest waiting first unless asked otherwise. */
export const reviewList = (actor: Actor, ask: ReviewAsk) => listPage<WaitingRow>(reviewSource(actor, ask))

/** Where the queue is read from: never one's own record. */
export function reviewSource(actor: Actor, ask: ReviewAsk): ListSource {
  return {
    select: sql`s.id AS "submissionId", p.full_name AS name, u.name AS "unitName",
      p.person_category AS "personCategory", s.submitted_at AS "submittedAt", v.version, ${CHANGES} AS changes`,
    from: sql`submission s JOIN revision v ON v.id = s.revision_id JOIN record r ON r.id = s.record_id
      JOIN person p ON p.id = r.person_id JOIN unit u ON u.id = p.unit_id`,
    where: [
      sql`s.state = 'submitted'`,
      sqlWithin(actor, 'record.review'),
      sql`p.same_as_id IS NULL`,
      sql`p.id IS DISTINCT FROM ${actor.personId}::uuid`,
      ...conditions(ask),
      ...findPeople(actor, ask.search),
    ],
    lead: LEADS[ask.sort.by],
    tie: [...(ask.sort.by === 'name' ? NAME : SINCE), { sql: sql`s.id`, type: 'uuid' }],
    down: ask.sort.down,
    size: ask.size,
    cursor: ask.cursor,
  }
}

export const REVIEW_COLUMNS: readonly Column<WaitingRow>[] = [
  { key: 'name', label: 'Họ và tên', kind: 'text', of: ({ name }) => name },
  { key: 'unit', label: 'Đơn vị', kind: 'text', of: ({ unitName }) => unitName },
  { key: 'category', label: 'Đối tượng', kind: 'text', of: ({ personCategory }) => labelOf(personCategory) },
  { key: 'changes', label: 'Thay đổi', kind: 'number', of: ({ changes }) => changes },
  { key: 'since', label: 'Chờ từ', kind: 'instant', of: ({ submittedAt }) => submittedAt },
]

const labelOf = (category: string) => codeLists('doi-tuong').find(({ code }) => code === category)?.label ?? category

const CHANGES = sql`jsonb_array_length(v.changes)`

const SINCE: readonly Key[] = [{ sql: sql`s.submitted_at`, type: 'timestamptz' }]
const NAME: readonly Key[] = BY_NAME.slice(0, 2)

const LEADS: Record<ReviewSort, Key | null> = {
  name: null,
  unit: { sql: sql`u.name`, type: 'text' },
  category: placeInWords('doi-tuong', sql`p.person_category`),
  changes: { sql: CHANGES, type: 'int' },
  since: null,
}

function conditions({ filters: { unit, category, sent } }: ReviewAsk): Prisma.Sql[] {
  return [
    ...(unit === undefined ? [] : [sql`starts_with(u.path, (SELECT path FROM unit WHERE id = ${unit}::uuid))`]),
    ...(category === undefined ? [] : [sql`p.person_category = ${category}`]),
    ...(sent === undefined ? [] : [sent === 'first' ? sql`v.version = 1` : sql`v.version > 1`]),
  ]
}
