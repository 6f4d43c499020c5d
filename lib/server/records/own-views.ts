import 'server-only'
import type { Actor } from '@/lib/domain/policy'
import { HOLDERS, type Holder } from '@/lib/domain/policy'
import { ROLE_WORDS } from '@/lib/domain/role-words'
import { seenWords } from '@/lib/domain/view-words'
import type { Prisma } from '@/prisma/generated/client'
import { db } from '../db'
import { myRecordId } from './record-page'

/** What of the log is a look into a record. */
export const VIEWS = ['record.viewed', 'record.exported', 'record.purposeStated'] as const

/** Looks of others into this record. */
export const viewsOf = (actor: Actor, recordId: string) =>
  ({
    subjectType: 'record',
    subjectId: recordId,
    action: { in: [...VIEWS] },
    actorId: { not: actor.userId },
  }) satisfies Prisma.AuditEventWhereInput

/** Who saw or took one's own record: newest first, one page of it. Null for an account without a record. */
export async function ownViews(actor: Actor, page: { skip: number; take: number }) {
  const recordId = await myRecordId(actor)
  if (recordId === null) return null
  const where = viewsOf(actor, recordId)
  const [total, rows] = await Promise.all([
    db.auditEvent.count({ where }),
    db.auditEvent.findMany({
      where,
      orderBy: { id: 'desc' },
      ...page,
      select: { id: true, at: true, action: true, actorName: true, detail: true },
    }),
  ])
  const questions = await db.viewQuestion.findMany({
    where: { eventId: { in: rows.map(({ id }) => id) } },
    select: { eventId: true, question: true, askedAt: true, answer: true, answeredBy: true, answeredAt: true },
  })
  const asked = new Map(questions.map(({ eventId, ...question }) => [eventId, question]))
  const views = rows.map(({ id, action, detail, actorName, at }) => ({
    id: String(id),
    at,
    who: actorName,
    ...sayView(action, detail),
    question: asked.get(id) ?? null,
  }))
  return { total, views }
}

/** In which role, what, and for what: as the person reads it. Entries from before roles were kept say none. */
export function sayView(action: string, detail: Prisma.JsonValue) {
  const { role, purpose, document, ...rest } = detail as Record<string, unknown>
  const isHolder = (word: unknown): word is Holder => HOLDERS.includes(word as Holder)
  return {
    role: isHolder(role) ? ROLE_WORDS[role] : null,
    what: seenWords(action, rest),
    purpose: typeof purpose === 'string' ? `${purpose}${typeof document === 'string' ? ` (${document})` : ''}` : null,
  }
}
