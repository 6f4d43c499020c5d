import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { ListPager } from '@/components/people/list-pager'
import { Empty } from '@/components/ui/empty'
import { Panel } from '@/components/ui/panel'
import { QuestionTable } from '@/components/views/question-table'
import { sayInstant } from '@/lib/domain/calendar'
import { pageIn, type Query, rowsOf } from '@/lib/domain/list-query'
import { requireDoor } from '@/lib/server/access'
import { now } from '@/lib/server/clock'
import { questionList } from '@/lib/server/records/view-questions'
import { answer } from './actions'

export const metadata: Metadata = { title: 'Câu hỏi về lượt xem' }

/** What people ask about who saw their records; whoever stands above the viewer answers. */
export default async function QuestionsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('view.answer', '/records/questions')
  const page = pageIn(await searchParams)
  const { total, open, questions } = await questionList(actor, rowsOf(page))
  const rows = questions.map((one) => ({
    id: one.id,
    asker: one.asker,
    unitName: one.unitName,
    viewed: `${one.viewerName} ${one.viewed}, ${sayInstant(one.viewedAt)}`,
    purpose: one.purpose,
    question: one.question,
    askedAt: sayInstant(one.askedAt),
    answer: one.answer,
    answered: one.answeredAt && `${one.answeredBy}, ${sayInstant(one.answeredAt)}`,
    mayAnswer: one.mayAnswer,
  }))
  return (
    <>
      <PageHead
        title="Câu hỏi về lượt xem"
        crumbs={[{ label: 'Hồ sơ', href: '/records' }]}
        lead="Người có hồ sơ hỏi vì sao hồ sơ của mình được xem. Người đã xem không tự trả lời."
        asOf={`Số liệu lúc ${sayInstant(now())}`}
      />
      <Panel title={`${open.toLocaleString('vi')} câu chờ Anh/Chị trả lời`} padded={false}>
        {rows.length === 0 ? (
          <Empty title="Chưa ai hỏi.">Câu hỏi mới hiện ở đây và ở số bên cạnh “Hồ sơ”.</Empty>
        ) : (
          <>
            <QuestionTable questions={rows} answer={answer} />
            <ListPager
              path="/records/questions"
              filter={{}}
              page={page}
              shown={rows.length}
              total={total}
              noun="câu hỏi"
            />
          </>
        )}
      </Panel>
    </>
  )
}
