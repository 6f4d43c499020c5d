import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { ListPager } from '@/components/people/list-pager'
import { QueueTable } from '@/components/review/queue-table'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Panel } from '@/components/ui/panel'
import { approvalWindow } from '@/lib/domain/approval-window'
import { sayDayMonth, sayInstant } from '@/lib/domain/calendar'
import { pageIn, type Query, rowsOf } from '@/lib/domain/list-query'
import { changesWaiting, waitingSince } from '@/lib/domain/waiting-words'
import { requireDoor } from '@/lib/server/access'
import { now } from '@/lib/server/clock'
import { correctionQueue } from '@/lib/server/records/correction-list'
import { reviewQueue } from '@/lib/server/records/review'

export const metadata: Metadata = { title: 'Hàng chờ' }

/** Everybody who waits for this officer, longest waiting first. */
export default async function ReviewQueuePage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('record.review', '/records/review')
  const page = pageIn(await searchParams)
  const { total, waiting } = await reviewQueue(actor, rowsOf(page))
  const corrections = (await correctionQueue(actor, { skip: 0, take: 0 })).total
  const at = now()
  const { from } = approvalWindow(actor.today)
  const rows = waiting.map((one) => ({
    ...one,
    since: waitingSince(one.submittedAt, at),
    says: changesWaiting(one.changes, one.version),
  }))
  const first = rows[0]
  return (
    <>
      <PageHead title="Hàng chờ" asOf={`Số liệu lúc ${sayInstant(at)}`}>
        {corrections > 0 && (
          <ButtonLink href="/records/corrections">{corrections.toLocaleString('vi')} đề nghị sửa</ButtonLink>
        )}
        {first && (
          <ButtonLink look="main" href={`/records/review/${first.submissionId}`}>
            Kiểm từ người chờ lâu nhất
          </ButtonLink>
        )}
      </PageHead>
      <Panel title={`${total.toLocaleString('vi')} người chờ kiểm`} padded={false}>
        {rows.length === 0 ? (
          <Empty
            title="Chưa có thay đổi nào chờ kiểm."
            act={<ButtonLink href="/records?stage=incomplete">Xem người còn thiếu</ButtonLink>}
          >
            Kỳ ký tới mở ngày {sayDayMonth(from)}.
          </Empty>
        ) : (
          <>
            <QueueTable waiting={rows} labelledBy="main" />
            <ListPager path="/records/review" filter={{}} page={page} shown={rows.length} total={total} noun="người" />
          </>
        )}
      </Panel>
    </>
  )
}
