import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHead } from '@/components/layout/page-head'
import { Comparison } from '@/components/review/comparison'
import { KeyLegend } from '@/components/review/key-legend'
import { ReviewQueue } from '@/components/review/review-queue'
import { type State, StateChip } from '@/components/ui/chip'
import { Notice } from '@/components/ui/notice'
import { codeLists } from '@/lib/catalogue/code-lists'
import { sayInstant } from '@/lib/domain/calendar'
import { sayChanges } from '@/lib/domain/change-words'
import { isId } from '@/lib/domain/list-query'
import { MESSAGES } from '@/lib/domain/messages'
import { Refusal } from '@/lib/domain/refusal'
import { changesWaiting, waitingSince } from '@/lib/domain/waiting-words'
import { noteView, orNotFound, requireDoor } from '@/lib/server/access'
import { now } from '@/lib/server/clock'
import { readingDetail } from '@/lib/server/records/note-read'
import { type ReviewPage, reviewPage } from '@/lib/server/records/review-page'
import { check, giveBack } from '../actions'

export const metadata: Metadata = { title: 'So sánh cũ và mới' }

type Address = { params: Promise<{ submissionId: string }> }

/** Old and new of one submission, field by field. Opening it is a view of somebody else's record, and is noted. */
export default async function ReviewPageOfOne({ params }: Address) {
  const { submissionId } = await params
  const page = `/records/review/${submissionId}`
  const actor = await requireDoor('record.review', page)
  const review = await orNotFound(actor, page, () => {
    if (!isId(submissionId)) throw new Refusal('notFound', {})
    return reviewPage(actor, submissionId)
  })
  const { submission, own, queue, position, before, after } = review
  const { person, recordId } = submission
  if (!own) {
    const detail = readingDetail(submission, 'review')
    const subject = { type: 'record', id: recordId, name: person.fullName } as const
    await noteView(actor, { action: 'record.viewed', subject, unitPath: person.unit.path, detail })
  }
  const at = now()
  const open = submission.state === 'submitted' && !own
  const waiting = queue.waiting.map((one) => ({
    ...one,
    since: waitingSince(one.submittedAt, at),
    says: changesWaiting(one.changes, one.version),
  }))
  const hrefOf = (id: string | null) => (id === null ? null : `/records/review/${id}`)
  return (
    <>
      <PageHead
        title="So sánh cũ và mới"
        crumbs={[{ label: 'Hàng chờ', href: '/records/review' }]}
        here={person.fullName}
        chip={open && <span className="asof">{`Người ${position} trong ${queue.total}`}</span>}
      >
        <KeyLegend />
      </PageHead>
      {own && <Notice title={MESSAGES.ownRecord({})} />}
      <Comparison
        key={submissionId}
        submissionId={submissionId}
        queue={<ReviewQueue waiting={waiting} current={submissionId} skip={queue.skip} total={queue.total} />}
        head={<Head review={review} />}
        changes={sayChanges(submission.changes, before, after, codeLists)}
        open={open}
        hrefs={{ previous: hrefOf(review.previousId), next: hrefOf(review.nextId), queue: '/records/review' }}
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
