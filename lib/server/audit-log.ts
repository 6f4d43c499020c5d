import 'server-only'
import { plain } from '@/lib/catalogue/code-list'
import type { AuditAsk } from '@/lib/domain/lists/audit-list-spec'
import type { Column } from '@/lib/domain/lists/column'
import { type Actor, can } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { Prisma } from '@/prisma/generated/client'
import { writeAudit } from './audit'
import { sentenceOf } from './audit-words'
import { transact } from './call'
import { type ListPage, listPage } from './lists/list-page'

const { sql } = Prisma

export type AuditRow = {
  id: string
  at: Date
  action: string
  actorName: string
  subjectName: string | null
  address: string | null
  /** What was done, without the doer: “mở hồ sơ của …”. */
  sentence: string
}

type Found = Omit<AuditRow, 'sentence'> & { subjectId: string | null; detail: Record<string, unknown> }

/** Beyond this many nobody counts further. */
const COUNTED = 10_000

/** One page of the log. Reading it leaves a trace too. */
export async function auditLog(actor: Actor, ask: AuditAsk, now: Date): Promise<ListPage<AuditRow>> {
  const page = await auditPage(actor, ask)
  await transact((tx) => writeAudit(tx, actor, { action: 'audit.read', detail: ask.filters }, now))
  return page
}

/** The same without a trace of its own, for what leaves another. */
export async function auditPage(actor: Actor, ask: AuditAsk): Promise<ListPage<AuditRow>> {
  if (!can(actor, 'audit.read', { personId: null, unitPath: '/' })) throw new Refusal('notFound', {})
  const page = await listPage<Found>({
    select: sql`e.id::text AS id, e.at, e.action, e.actor_name AS "actorName", e.subject_name AS "subjectName",
      e.subject_id AS "subjectId", e.detail, coalesce(e.address, e.detail ->> 'address') AS address`,
    from: sql`audit_event e`,
    where: conditions(ask.filters),
    lead: null,
    tie: [{ sql: sql`e.id`, type: 'bigint' }],
    down: ask.sort.down,
    size: ask.size,
    cursor: ask.cursor,
    countUpTo: COUNTED,
  })
  const rows = page.rows.map(({ subjectId, detail, ...row }) => ({
    ...row,
    sentence: sentenceOf(row.action, { subjectName: row.subjectName, subjectId, detail }),
  }))
  return { ...page, rows }
}

export const AUDIT_COLUMNS: readonly Column<AuditRow>[] = [
  { key: 'at', label: 'Lúc', kind: 'instant', of: ({ at }) => at },
  { key: 'doer', label: 'Người làm', kind: 'text', of: ({ actorName }) => actorName },
  { key: 'what', label: 'Việc', kind: 'text', of: ({ sentence }) => sentence },
  { key: 'address', label: 'Máy', kind: 'text', of: ({ address }) => address },
]

function conditions({ from, until, action, doer, subject, of }: AuditAsk['filters']): Prisma.Sql[] {
  return [
    ...(from ? [sql`e.at >= ${midnight(from)}`] : []),
    ...(until ? [sql`e.at < ${new Date(midnight(until).getTime() + 86_400_000)}`] : []),
    ...(action ? [sql`e.action = ${action}`] : []),
    ...(doer ? [named(sql`e.actor_name`, doer)] : []),
    ...(subject ? [about(subject)] : []),
    ...(of ? [sql`e.subject_id = ${of}`] : []),
  ]
}

/** Without accents, on the trigram indexes of the two names. */
const named = (column: Prisma.Sql, words: string) =>
  sql`plain_text(${column}) LIKE ${`%${plain(words).replace(/[\\%_]/g, '\\$&')}%`}`

/** Digits are a citizen id: of that person, of the record, of the account. */
function about(subject: string): Prisma.Sql {
  const digits = subject.replace(/[\s.-]/g, '')
  if (!/^\d{3,}$/.test(digits)) return named(sql`e.subject_name`, subject)
  return sql`e.subject_id IN (
    SELECT unnest(ARRAY[p.id::text, r.id::text, a.id::text])
    FROM person p LEFT JOIN record r ON r.person_id = p.id LEFT JOIN user_account a ON a.person_id = p.id
    WHERE p.search_text LIKE ${`%${digits}%`})`
}

/** When a day begins in Vietnam. */
const midnight = (day: string) => new Date(`${day}T00:00:00+07:00`)
