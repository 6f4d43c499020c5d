import 'server-only'
import { fieldNamed, isSectionId, SECTION_IDS } from '@/lib/catalogue'
import { type Change, diff } from '@/lib/domain/changes'
import { completeness } from '@/lib/domain/completeness'
import { isSensitiveOpen } from '@/lib/domain/masking'
import { type Actor, can, sectionsWritten } from '@/lib/domain/policy'
import { mayOpenSensitive } from '@/lib/domain/reading'
import { sectionStages } from '@/lib/domain/record-state'
import { shownOnly } from '@/lib/domain/shown'
import { db } from '../db'
import { editorOf, readRecord } from './load'
import type { ReturnedField } from './review'
import type { Sight } from './sight'

/** The record of the person who asks, or null for an account without one. */
export async function myRecordId(actor: Actor): Promise<string | null> {
  if (actor.personId === null) return null
  const row = await db.record.findUnique({ where: { personId: actor.personId }, select: { id: true } })
  return row?.id ?? null
}

/** Everything the pages of one record show. Throws `notFound` outside the actor's reach. */
export async function recordPage(actor: Actor, recordId: string) {
  const record = await readRecord(db, actor, recordId)
  const { sight } = record
  const official = sight.reading.of === 'approved'
  const [submission, approvedRow, delivery] = await Promise.all([
    official ? null : newestSubmission(recordId, sight),
    record.approvedRevisionId === null
      ? null
      : db.revision.findUnique({
          where: { id: record.approvedRevisionId },
          select: {
            ...{ data: true, version: true, at: true, approvalItems: OF_APPROVAL },
            confirmations: { where: { period: actor.today.slice(0, 7) }, select: { at: true } },
          },
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
  ])
  const approved = approvedRow === null ? null : sight.document(approvedRow.data)
  const standing = submission?.underWay ? submission.data : approved
  const unsent = official ? [] : diff(standing, shownOnly(record.draft))
  const sections = completeness(record.draft)
  const subject = { personId: record.person.id, unitPath: record.person.unitPath }
  return {
    record,
    editor: editorOf(actor, record),
    mayEdit: can(actor, 'record.edit', subject),
    /** The sections this actor may write. */
    writes: can(actor, 'record.edit', subject) ? SECTION_IDS : sectionsWritten(actor, subject),
    /** May say what for, and then see the sensitive values too. */
    mayOpenSensitive: mayOpenSensitive(actor, subject) && !isSensitiveOpen(sight.reading),
    maySubmit: can(actor, 'record.submit', subject),
    approved,
    approvedVersion: approvedRow?.version ?? null,
    /** Who approved it, and when. */
    approval: approvedRow?.approvalItems[0]?.batch ?? null,
    /** This reader sees what was approved, and nothing else. */
    official,
    /** When the person said that nothing has changed this month. */
    confirmedAt: approvedRow?.confirmations[0]?.at ?? null,
    submission,
    // The ministry's words may repeat what was sent: for the person, and for who deals with deliveries there.
    delivery: delivery && { ...delivery, errors: record.person.id === actor.personId ? delivery.errors : [] },
    unsent,
    sections,
    stages: sectionStages({ unsent, submission, approved: approved !== null, delivery, completeness: sections }),
  }
}

const OF_APPROVAL = {
  where: { batch: { state: 'approved' } },
  orderBy: { batch: { closedAt: 'asc' } },
  take: 1,
  select: { batch: { select: { kind: true, period: true, number: true, approverName: true, closedAt: true } } },
} as const

export type RecordPage = Awaited<ReturnType<typeof recordPage>>

/** What submitting would say: the draft against the approved record (everything, when there is none). */
export const changesToSubmit = (page: Pick<RecordPage, 'approved' | 'record'>): Change[] =>
  diff(page.approved, shownOnly(page.record.draft))

const WHY = { select: { withdrawal: { select: { reason: true } } } } as const

async function newestSubmission(recordId: string, sight: Sight) {
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
      revision: { select: { version: true, data: true, changes: true, withdrawn: WHY } },
    },
  })
  if (!row) return null
  const { revision, returned, ...rest } = row
  return {
    ...rest,
    version: revision.version,
    /** Why its approval was taken back; null where it was not. */
    withdrawnWhy: revision.withdrawn?.withdrawal.reason ?? null,
    data: sight.document(revision.data),
    changes: sight.changes(revision.changes),
    returned: openOnly(returned as unknown as ReturnedField[], sight),
    underWay: row.state === 'submitted' || row.state === 'checked' || row.state === 'frozen',
  }
}

/** The officer's words about a field may repeat what it says. */
const openOnly = (returned: ReturnedField[], { reading }: Sight) =>
  returned.filter(({ section, code }) => {
    const field = isSectionId(section) ? fieldNamed(section, code) : undefined
    return isSectionId(section) && field !== undefined && reading.see(section, field) === 'open'
  })
