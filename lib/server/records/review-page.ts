import 'server-only'
import type { RecordData } from '@/lib/catalogue'
import type { Actor } from '@/lib/domain/policy'
import { db } from '../db'
import { reviewOf, reviewQueue, waitingFor } from './review'

const SHOWN = 9

/** The comparison of one submission, and where it stands in the queue: who comes before and after. */
export async function reviewPage(actor: Actor, submissionId: string) {
  const submission = await reviewOf(actor, submissionId)
  const [documents, place] = await Promise.all([documentsOf(submission), placeInQueue(actor, submission)])
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

async function placeInQueue(actor: Actor, { id, submittedAt }: { id: string; submittedAt: Date }) {
  const waiting = waitingFor(actor)
  const select = { id: true } as const
  const earlier = { OR: [{ submittedAt: { lt: submittedAt } }, { submittedAt, id: { lt: id } }] }
  const later = { OR: [{ submittedAt: { gt: submittedAt } }, { submittedAt, id: { gt: id } }] }
  const [position, previous, next] = await Promise.all([
    db.submission.count({ where: { AND: [waiting, earlier] } }),
    db.submission.findFirst({
      where: { AND: [waiting, earlier] },
      orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
      select,
    }),
    db.submission.findFirst({
      where: { AND: [waiting, later] },
      orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
      select,
    }),
  ])
  const skip = Math.max(0, position - Math.floor(SHOWN / 2))
  return {
    queue: { ...(await reviewQueue(actor, { skip, take: SHOWN })), skip },
    position: position + 1,
    previousId: previous?.id ?? null,
    nextId: next?.id ?? null,
  }
}
