import 'server-only'
import type { RecordData } from '@/lib/catalogue'
import type { ReviewAsk } from '@/lib/domain/lists/review-list-spec'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { Prisma } from '@/prisma/generated/client'
import { db } from '../db'
import { listAround } from '../lists/list-page'
import { reviewOf } from './review'
import { reviewSource, type WaitingRow } from './review-list'

const SHOWN = 9

/** The comparison of one submission, and where it stands in the queue: who comes before and after. */
export async function reviewPage(actor: Actor, submissionId: string, ask: ReviewAsk) {
  const submission = await reviewOf(actor, submissionId)
  const [documents, place] = await Promise.all([documentsOf(submission), placeInQueue(actor, submissionId, ask)])
  return { submission, own: submission.person.id === actor.personId, ...documents, ...place }
}

export type ReviewPage = Awaited<ReturnType<typeof reviewPage>>

/** The submitted document, and the approved one it is compared with. */
async function documentsOf({ revision: { id: revisionId }, recordId, sight }: Awaited<ReturnType<typeof reviewOf>>) {
  const [revision, record] = await Promise.all([
    db.revision.findUniqueOrThrow({ where: { id: revisionId }, select: { data: true } }),
    db.record.findUniqueOrThrow({ where: { id: recordId }, select: { approvedRevision: { select: { data: true } } } }),
  ])
  const before: RecordData | null = record.approvedRevision && sight.document(record.approvedRevision.data)
  return { before, after: sight.document(revision.data) }
}

/** Who comes before and after in the queue as asked for; what waits no longer keeps its place, and is not in the row. */
async function placeInQueue(actor: Actor, submissionId: string, ask: ReviewAsk) {
  const self = Prisma.sql`s.id = ${submissionId}::uuid`
  const around = await listAround<WaitingRow>(reviewSource(actor, ask), self, SHOWN - 1)
  if (!around) throw new Refusal('notFound', {})
  const { before, here, after, place, total } = around
  const row = [...before, ...(here.listed ? [here] : []), ...after]
  const from = Math.max(0, Math.min(before.length - Math.floor(SHOWN / 2), row.length - SHOWN))
  return {
    queue: { waiting: row.slice(from, from + SHOWN), skip: place - 1 - before.length + from, total },
    position: place,
    previousId: before.at(-1)?.submissionId ?? null,
    nextId: after[0]?.submissionId ?? null,
  }
}
