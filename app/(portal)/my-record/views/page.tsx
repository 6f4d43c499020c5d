import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHead } from '@/components/layout/page-head'
import { ListPager } from '@/components/people/list-pager'
import { Empty } from '@/components/ui/empty'
import { Panel } from '@/components/ui/panel'
import { ViewTable } from '@/components/views/view-table'
import { sayInstant } from '@/lib/domain/calendar'
import { pageIn, type Query, rowsOf } from '@/lib/domain/list-query'
import { now } from '@/lib/server/clock'
import { ownViews } from '@/lib/server/records/own-views'
import { requireActor } from '@/lib/server/session'
import { ask } from './actions'

export const metadata: Metadata = { title: 'Ai đã xem hồ sơ của tôi' }

/** Every look of somebody else into one's own record: who, in which role, when, what for; and a way to ask. */
export default async function ViewsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  const page = pageIn(await searchParams)
  const seen = await ownViews(actor, rowsOf(page))
  if (seen === null) notFound()
  const { total, views } = seen
  const rows = views.map(({ at, question, ...view }) => ({
    ...view,
    when: sayInstant(at),
    at: at.toISOString(),
    question: question && {
      asked: question.question,
      askedAt: sayInstant(question.askedAt),
      answer: question.answer,
      answered: question.answeredAt && `${question.answeredBy}, ${sayInstant(question.answeredAt)}`,
    },
  }))
  return (
    <>
      <PageHead
        title="Ai đã xem hồ sơ của tôi"
        crumbs={[{ label: 'Việc của tôi', href: '/my-record' }]}
        lead="Mỗi lần người khác mở hoặc xuất hồ sơ của Anh/Chị. Thấy lạ thì hỏi lý do; cấp trên của người xem trả lời."
        asOf={`Số liệu lúc ${sayInstant(now())}`}
      />
      <Panel title={`${total.toLocaleString('vi')} lượt xem`} padded={false}>
        {rows.length === 0 ? (
          <Empty title="Chưa ai xem hồ sơ của Anh/Chị.">Lượt xem đầu tiên sẽ hiện ở đây.</Empty>
        ) : (
          <>
            <ViewTable views={rows} ask={ask} />
            <ListPager path="/my-record/views" filter={{}} page={page} shown={rows.length} total={total} noun="lượt" />
          </>
        )}
      </Panel>
    </>
  )
}
