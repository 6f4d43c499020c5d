import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { ListPager } from '@/components/people/list-pager'
import { CorrectionCard } from '@/components/review/correction-card'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Panel } from '@/components/ui/panel'
import { sayInstant } from '@/lib/domain/calendar'
import { pageIn, type Query, rowsOf } from '@/lib/domain/list-query'
import { waitingSince } from '@/lib/domain/waiting-words'
import { requireDoor } from '@/lib/server/access'
import { now } from '@/lib/server/clock'
import { correctionQueue } from '@/lib/server/records/correction-list'
import { answer } from './actions'

export const metadata: Metadata = { title: 'Đề nghị sửa' }

/** What people say is wrong with fields the unit owns, longest waiting first. */
export default async function CorrectionsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('correction.answer', '/records/corrections')
  const page = pageIn(await searchParams)
  const { total, waiting } = await correctionQueue(actor, rowsOf(page))
  const at = now()
  return (
    <>
      <PageHead
        title="Đề nghị sửa"
        crumbs={[{ label: 'Hàng chờ', href: '/records/review' }]}
        lead="Người khai thấy sai ở phần đơn vị ghi. Sửa rồi trả lời, hoặc trả lời vì sao không sửa."
        asOf={`Số liệu lúc ${sayInstant(at)}`}
      />
      <Panel title={`${total.toLocaleString('vi')} đề nghị chờ trả lời`} padded={false}>
        {waiting.length === 0 ? (
          <Empty
            title="Không có đề nghị nào chờ trả lời."
            act={<ButtonLink href="/records/review">Về hàng chờ</ButtonLink>}
          />
        ) : (
          <>
            {waiting.map((one) => (
              <CorrectionCard key={one.id} request={one} since={waitingSince(one.askedAt, at)} answer={answer} />
            ))}
            <ListPager
              path="/records/corrections"
              filter={{}}
              page={page}
              shown={waiting.length}
              total={total}
              noun="đề nghị"
            />
          </>
        )}
      </Panel>
    </>
  )
}
