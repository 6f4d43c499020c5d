import 'server-only'
import { isOpen } from '@/lib/domain/evidence/is-open'
import type { Actor } from '@/lib/domain/policy'
import { db } from '../db'
import { readRecord } from './load'
import type { Sight } from './sight'

/** Something that happened to a record, newest first: the line at the side of the page. */
export type RecordEvent = {
  at: Date
  what:
    | 'submitted'
    | 'returned'
    | 'checked'
    | 'approved'
    | 'accepted'
    | 'refused'
    | 'edited'
    | 'confirmed'
    | 'withdrawn'
    | 'valuesChecked'
    | 'valuesUnchecked'
    | 'valuesMatched'
    | 'paperAdded'
  by: string | null
  /** Version; for an edit the section, for a confirmation the month, for values how many, for a paper its name. */
  detail: string
}

/** The newest `take` events of a record. Readers off daily duty are told of approvals, deliveries and confirmations. */
export async function recordEvents(actor: Actor, recordId: string, take: number): Promise<RecordEvent[]> {
  const { sight } = await readRecord(db, actor, recordId)
  const work = sight.reading.of === 'draft' ? take : 0
  const [submissions, edits, approvals, deliveries, confirmations, withdrawn, said, papers] = await Promise.all([
    db.submission.findMany({
      where: { recordId },
      orderBy: { submittedAt: 'desc' },
      take: work,
      select: {
        submittedAt: true,
        state: true,
        decidedAt: true,
        decidedBy: true,
        revision: { select: { version: true, byName: true, withdrawn: { select: { at: true } } } },
      },
    }),
    db.draftChange.findMany({
      where: { recordId },
      orderBy: { lastAt: 'desc' },
      take: work,
      select: { lastAt: true, byName: true, section: true },
    }),
    db.approvalItem.findMany({
      where: { recordId, batch: { state: 'approved' } },
      orderBy: { version: 'desc' },
      take,
      select: { version: true, batch: { select: { closedAt: true, approverName: true } } },
    }),
    db.delivery.findMany({
      where: { recordId, settledAt: { not: null }, state: { in: ['accepted', 'refused'] } },
      orderBy: { version: 'desc' },
      take,
      select: { settledAt: true, state: true, version: true },
    }),
    db.recordConfirmation.findMany({
      where: { recordId },
      orderBy: { at: 'desc' },
      take,
      select: { at: true, byName: true, period: true },
    }),
    db.withdrawnRevision.findMany({
      where: { recordId },
      orderBy: { at: 'desc' },
      take,
      select: { at: true, revision: { select: { version: true } }, withdrawal: { select: { signerName: true } } },
    }),
    db.valueState.groupBy({
      by: ['at', 'byName', 'kind', 'holds'],
      where: { recordId },
      orderBy: { at: 'desc' },
      take: work,
      _count: true,
    }),
    work === 0 ? [] : newestPapers(recordId, sight, work),
  ])
  const events: RecordEvent[] = [
    ...submissions.flatMap(({ submittedAt, state, decidedAt, decidedBy, revision }): RecordEvent[] => [
      { at: submittedAt, what: 'submitted', by: revision.byName, detail: String(revision.version) },
      // Taken back after it was approved: that is told once, as such.
      ...(decidedAt && decidedBy && !revision.withdrawn
        ? [
            {
              at: decidedAt,
              what: state === 'returned' ? ('returned' as const) : ('checked' as const),
              by: decidedBy,
              detail: String(revision.version),
            },
          ]
        : []),
    ]),
    ...edits.map(({ lastAt, byName, section }) => ({
      at: lastAt,
      what: 'edited' as const,
      by: byName,
      detail: section,
    })),
    ...approvals.flatMap(({ version, batch }) =>
      batch.closedAt
        ? [{ at: batch.closedAt, what: 'approved' as const, by: batch.approverName, detail: String(version) }]
        : [],
    ),
    ...deliveries.flatMap(({ settledAt, state, version }) =>
      settledAt ? [{ at: settledAt, what: state as 'accepted' | 'refused', by: null, detail: String(version) }] : [],
    ),
    ...confirmations.map(({ at, byName, period }) => ({ at, what: 'confirmed' as const, by: byName, detail: period })),
    ...withdrawn.map(({ at, revision, withdrawal }) => ({
      at,
      what: 'withdrawn' as const,
      by: withdrawal.signerName,
      detail: String(revision.version),
    })),
    ...said.flatMap(({ at, byName, kind, holds, _count }): RecordEvent[] => {
      const detail = String(_count)
      if (kind === 'checked') return [{ at, what: holds ? 'valuesChecked' : 'valuesUnchecked', by: byName, detail }]
      return holds ? [{ at, what: 'valuesMatched', by: null, detail }] : []
    }),
    ...papers,
  ]
  return events.sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, take)
}

/** Of values this reader may read; the picture is told as one. */
async function newestPapers(recordId: string, { reading }: Sight, take: number): Promise<RecordEvent[]> {
  const papers = await db.evidence.findMany({
    where: { recordId, goneAt: null },
    orderBy: { at: 'desc' },
    take,
    select: { at: true, byName: true, fileName: true, documentNo: true, links: true },
  })
  return papers
    .filter(({ links }) => links.every((link) => isOpen(reading, link)))
    .map(({ at, byName, fileName, documentNo }) => ({
      ...{ at, what: 'paperAdded' as const, by: byName },
      detail: documentNo ?? fileName,
    }))
}
