import 'server-only'
import type { RecordData } from '@/lib/catalogue'
import { apply, type Change, invert } from '@/lib/domain/changes'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { db, type Tx } from '../db'
import { completed } from './completed'
import { readRecord } from './load'
import type { ReturnedField } from './review'

/**
 * One page of the revisions of a record, newest first: who made each, what it changed, and what became of it. Readers off
 * daily duty meet only those that were approved.
 */
export async function revisionsOf(actor: Actor, recordId: string, page: { skip: number; take: number }) {
  const { sight } = await readRecord(db, actor, recordId)
  const where =
    sight.reading.of === 'draft' ? { recordId } : { recordId, withdrawn: null, approvalItems: { some: SIGNED } }
  const [total, rows] = await Promise.all([
    db.revision.count({ where }),
    db.revision.findMany({ where, orderBy: { version: 'desc' }, ...page, select: SELECT }),
  ])
  const revisions = rows.map(({ data, changes, submission, approvalItems, ...row }) => ({
    ...row,
    submission: submission && { ...submission, returned: submission.returned as unknown as ReturnedField[] },
    batch: approvalItems[0]?.batch ?? null,
    changes: sight.changes(changes),
    /** The record before and after it: rows are numbered as they stood then. */
    before: sight.document(apply(completed(data), invert(changes as unknown as Change[]))),
    after: sight.document(data),
  }))
  return { total, revisions }
}

const SIGNED = { batch: { state: 'approved' } } as const

const SELECT = {
  version: true,
  at: true,
  byName: true,
  data: true,
  changes: true,
  confirmed: true,
  submission: { select: { state: true, decidedBy: true, decidedAt: true, returned: true } },
  delivery: { select: { state: true, settledAt: true } },
  approvalItems: {
    where: SIGNED,
    orderBy: { batch: { closedAt: 'asc' } },
    take: 1,
    select: {
      batch: { select: { kind: true, period: true, number: true, reason: true, approverName: true, closedAt: true } },
    },
  },
} as const

/** A state of the past: a version, or what stood before it. */
export type PastState = { version: number; before: boolean }

/** The whole document of that state, for who may edit it. Throws `notFound` where there never was such a version. */
export async function pastState(tx: Tx, recordId: string, { version, before }: PastState): Promise<RecordData> {
  const revision = await tx.revision.findUnique({
    where: { recordId_version: { recordId, version } },
    select: { data: true, changes: true },
  })
  if (!revision) throw new Refusal('notFound', {})
  const after = completed(revision.data)
  return before ? apply(after, invert(revision.changes as unknown as Change[])) : after
}
