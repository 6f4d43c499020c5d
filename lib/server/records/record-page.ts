import 'server-only'
import type { RecordData } from '@/lib/catalogue'
import { type Change, diff } from '@/lib/domain/changes'
import { completeness } from '@/lib/domain/completeness'
import { type Actor, can } from '@/lib/domain/policy'
import { sectionStages } from '@/lib/domain/record-state'
import { db } from '../db'
import { confirmationOf } from './confirm-record'
import { completed, editorOf, loadRecord } from './load'
import type { ReturnedField } from './review'

/** The record of the person who asks, or null for an account without one. */
export async function myRecordId(actor: Actor): Promise<string | null> {
  if (actor.personId === null) return null
  const row = await db.record.findUnique({ where: { personId: actor.personId }, select: { id: true } })
  return row?.id ?? null
}

/** Everything the pages of one record show. Throws `notFound` outside the actor's reach. */
export async function recordPage(actor: Actor, recordId: string) {
  const record = await loadRecord(db, actor, 'record.read', recordId)
  const [submission, approvedRow, delivery, confirmedAt] = await Promise.all([
    newestSubmission(recordId),
    record.approvedRevisionId === null
      ? null
      : db.revision.findUnique({
          where: { id: record.approvedRevisionId },
          select: { data: true, version: true, at: true },
        }),
    db.delivery.findFirst({
      where: { recordId },
      orderBy: { version: 'desc' },
      select: {
        id: true,
        state: true,
        version: true,
        reasonCode: true,
        errors: true,
        settledAt: true,
        transactionId: true,
      },
    }),
    confirmationOf(db, record.approvedRevisionId, actor.today.slice(0, 7)),
  ])
  const approved = approvedRow === null ? null : completed(approvedRow.data)
  const standing = submission?.underWay ? submission.data : approved
  const unsent = diff(standing, record.draft)
  const sections = completeness(record.draft)
  const subject = { personId: record.person.id, unitPath: record.person.unitPath }
  return {
    record,
    editor: editorOf(actor, record),
    mayEdit: can(actor, 'record.edit', subject),
    maySubmit: can(actor, 'record.submit', subject),
    approved,
    approvedVersion: approvedRow?.version ?? null,
    /** When the person said that nothing has changed this month. */
    confirmedAt,
    submission,
    delivery,
    unsent,
    sections,
    stages: sectionStages({ unsent, submission, approved: approved !== null, delivery, completeness: sections }),
  }
}

export type RecordPage = Awaited<ReturnType<typeof recordPage>>

/** What submitting would say: the draft against the approved record (everything, when there is none). */
export const changesToSubmit = (page: Pick<RecordPage, 'approved' | 'record'>): Change[] =>
  diff(page.approved, page.record.draft)

async function newestSubmission(recordId: string) {
  const row = await db.submission.findFirst({
    where: { recordId, state: { not: 'superseded' } },
    orderBy: { submittedAt: 'desc' },
    select: {
      id: true,
      state: true,
      submittedAt: true,
      decidedAt: true,
      decidedBy: true,
      returned: true,
      revision: { select: { version: true, data: true, changes: true } },
    },
  })
  if (!row) return null
  const { revision, returned, ...rest } = row
  return {
    ...rest,
    version: revision.version,
    data: completed(revision.data) as RecordData,
    changes: revision.changes as unknown as Change[],
    returned: returned as unknown as ReturnedField[],
    underWay: row.state === 'submitted' || row.state === 'checked' || row.state === 'frozen',
  }
}
