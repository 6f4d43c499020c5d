import 'server-only'
import { type Actor, can } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { Prisma } from '@/prisma/generated/client'
import { writeAudit } from './audit'
import { isAuditAction, sentenceOf } from './audit-words'
import { db } from './db'

export type AuditFilter = {
  /** `YYYY-MM-DD` in Vietnam; empty for no bound. */
  from: string
  until: string
  action: string
  /** Any part of the doer's name, and of what it was done to. */
  doer: string
  subject: string
}

/** One page of the log, newest first. Reading it leaves a trace too. */
export async function auditLog(actor: Actor, filter: AuditFilter, page: { skip: number; take: number }, now: Date) {
  if (!can(actor, 'audit.read', { personId: null, unitPath: '/' })) throw new Refusal('notFound', {})
  const where = whereOf(filter)
  const [total, rows] = await Promise.all([
    db.auditEvent.count({ where }),
    db.auditEvent.findMany({ where, orderBy: { id: 'desc' }, ...page }),
  ])
  await db.$transaction((tx) => writeAudit(tx, actor, { action: 'audit.read', detail: asked(filter) }, now))
  const events = rows.map(({ id, at, action, actorName, address, subjectName, subjectId, detail }) => ({
    id: String(id),
    at,
    action,
    actorName,
    address: address ?? addressIn(detail),
    sentence: sentenceOf(action, { subjectName, subjectId, detail: detail as Record<string, unknown> }),
  }))
  return { total, events }
}

/** The door notes the address with the sign-in; what follows in that session needs no second note. */
const addressIn = (detail: unknown) => {
  const address = (detail as { address?: unknown }).address
  return typeof address === 'string' ? address : null
}

function whereOf({ from, until, action, doer, subject }: AuditFilter): Prisma.AuditEventWhereInput {
  return {
    ...((from || until) && {
      at: {
        ...(from && { gte: midnight(from) }),
        ...(until && { lt: new Date(midnight(until).getTime() + 86_400_000) }),
      },
    }),
    ...(isAuditAction(action) && { action }),
    ...(doer && { actorName: { contains: doer, mode: 'insensitive' } }),
    ...(subject && { subjectName: { contains: subject, mode: 'insensitive' } }),
  }
}

/** When a day begins in Vietnam. */
const midnight = (day: string) => new Date(`${day}T00:00:00+07:00`)

const asked = (filter: AuditFilter) => Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''))
