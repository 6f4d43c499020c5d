import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHead } from '@/components/layout/page-head'
import { Comparison } from '@/components/review/comparison'
import { KeyLegend } from '@/components/review/key-legend'
import { ReviewQueue } from '@/components/review/review-queue'
import { type State, StateChip } from '@/components/ui/chip'
import { Notice } from '@/components/ui/notice'
import { sayInstant } from '@/lib/domain/calendar'
import { sayChanges } from '@/lib/domain/change-words'
import { isId, type Query } from '@/lib/domain/list-query'
import { askHref, readAsk } from '@/lib/domain/lists/list-spec'
import { REVIEW_LIST } from '@/lib/domain/lists/review-list-spec'
import { MESSAGES } from '@/lib/domain/messages'
import { Refusal } from '@/lib/domain/refusal'
import { changesWaiting, waitingSince } from '@/lib/domain/waiting-words'
import { noteView, orNotFound, requireDoor } from '@/lib/server/access'
import { now } from '@/lib/server/clock'
import { codeLists } from '@/lib/server/code-lists/code-lists'
import { reviewProofs } from '@/lib/server/evidence/review-proofs'
import { readingDetail } from '@/lib/server/records/note-read'
import { type ReviewPage, reviewPage } from '@/lib/server/records/review-page'
import { checkAgainstPapers } from '../../evidence/actions'
import { check, giveBack } from '../actions'

export const metadata: Metadata = { title: 'So sánh cũ và mới' }

type Address = { params: Promise<{ submissionId: string }>; searchParams: Promise<Query> }

/** Old and new of one submission, field by field, beside the queue in the order it was asked for. Opening it is a view of somebody else's record, and is noted. */
export default async function ReviewPageOfOne({ params, searchParams }: Address) {
  const { submissionId } = await params
  const page = `/records/review/${submissionId}`
  const actor = await requireDoor('record.review', page)
  const ask = readAsk(REVIEW_LIST, await searchParams)
  const review = await orNotFound(actor, page, () => {
    if (!isId(submissionId)) throw new Refusal('notFound', {})
    return reviewPage(actor, submissionId, ask)
  })
  const { submission, own, queue, position, before, after } = review
  const { person, recordId } = submission
  if (!own) {
    const detail = readingDetail(submission, 'review')
    const subject = { type: 'record', id: recordId, name: person.fullName } as const
    await noteView(actor, { action: 'record.viewed', subject, unitPath: person.unit.path, detail })
  }
  const { beside, mayCheck } = await reviewProofs(actor, recordId, submission.changes, after)
  const at = now()
  const open = submission.state === 'submitted' && !own
  const hrefOf = (id: string) => askHref(REVIEW_LIST, ask, {}, `/records/review/${id}`)
  const waiting = queue.waiting.map((one) => ({
    ...one,
    href: hrefOf(one.submissionId),
    since: waitingSince(one.submittedAt, at),
    says: changesWaiting(one.changes, one.version),
  }))
  const list = askHref(REVIEW_LIST, ask)
  return (
    <>
      <PageHead
        title="So sánh cũ và mới"
        crumbs={[{ label: 'Hàng chờ', href: list }]}
        here={person.fullName}
        chip={open && <span className="asof">{`Người ${position} trong ${queue.total}`}</span>}
      >
        <KeyLegend />
      </PageHead>
      {own && <Notice title={MESSAGES.ownRecord({})} />}
      <Comparison
        key={submissionId}
        submissionId={submissionId}
        queue={
          <ReviewQueue waiting={waiting} current={submissionId} list={list} skip={queue.skip} total={queue.total} />
        }
        head={<Head review={review} />}
        changes={sayChanges(submission.changes, before, after, codeLists)}
        proofs={{ recordId, beside, check: mayCheck ? checkAgainstPapers : null }}
        open={open}
        hrefs={{
          previous: review.previousId && hrefOf(review.previousId),
          next: review.nextId && hrefOf(review.nextId),
          queue: list,
        }}
        check={check}
        giveBack={giveBack}
      />
    </>
  )
}

const CHIPS: Record<string, State> = {
  submitted: 'submitted',
  returned: 'returned',
  checked: 'checked',
  frozen: 'checked',
  approved: 'approved',
}

function Head({ review: { submission } }: { review: ReviewPage }) {
  const { person, state, submittedAt, decidedAt, decidedBy, revision, recordId } = submission
  return (
    <div className="person">
      <div>
        <h2 id="person">{person.fullName}</h2>
        <p className="soft">
          {person.unit.name}. Gửi {sayInstant(submittedAt)}, bản {revision.version}.{' '}
          {decidedAt && decidedBy && state !== 'submitted' && `${decidedBy} xử lý ${sayInstant(decidedAt)}. `}
          <Link href={`/records/${recordId}`}>Mở cả hồ sơ</Link>
        </p>
      </div>
      {CHIPS[state] && <StateChip state={CHIPS[state]} />}
    </div>
  )
}
