import type { Metadata } from 'next'
import { MonthReminder } from '@/components/approvals/month-reminder'
import { PageHead } from '@/components/layout/page-head'
import { ExportLink } from '@/components/lists/export-link'
import { ListPanel } from '@/components/lists/list-panel'
import { reviewCells } from '@/components/review/review-cells'
import { ButtonLink } from '@/components/ui/button'
import { approvalWindow, windowDays } from '@/lib/domain/approval-window'
import { sayDayMonth, sayInstant } from '@/lib/domain/calendar'
import type { Query } from '@/lib/domain/list-query'
import { askHref, isNarrowed, readAsk } from '@/lib/domain/lists/list-spec'
import { REVIEW_LIST } from '@/lib/domain/lists/review-list-spec'
import { requireDoor } from '@/lib/server/access'
import { unclosedOwnUnits } from '@/lib/server/approvals/unclosed-units'
import { now } from '@/lib/server/clock'
import { codeLists } from '@/lib/server/code-lists/code-lists'
import { correctionCount } from '@/lib/server/records/correction-list'
import { REVIEW_COLUMNS, reviewList } from '@/lib/server/records/review-list'
import { unitChoices } from '@/lib/server/units/unit-tree'
import { startJob } from '../../jobs/actions'
import { listViews } from '../../list-views'

export const metadata: Metadata = { title: 'Hàng chờ' }

/** Everybody who waits for this officer, longest waiting first unless asked otherwise. */
export default async function ReviewQueuePage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('record.review', '/records/review')
  const query = await searchParams
  const views = await listViews(actor, 'review', query)
  const ask = readAsk(REVIEW_LIST, query)
  const { unit, category, sent } = ask.filters
  const [page, corrections, units] = await Promise.all([
    reviewList(actor, ask),
    correctionCount(actor),
    unitChoices(actor, 'record.review'),
  ])
  const at = now()
  const hrefOf = (submissionId: string) => askHref(REVIEW_LIST, ask, {}, `/records/review/${submissionId}`)
  const first = page.rows[0]
  const { from, month } = approvalWindow(actor.today)
  const reminded = await unclosedOwnUnits(actor, 'recordsOfficer')
  return (
    <>
      <PageHead title="Hàng chờ" asOf={`Số liệu lúc ${sayInstant(at)}`}>
        <ExportLink list="review" spec={REVIEW_LIST} ask={ask} total={page.total} start={startJob} />
        {corrections > 0 && (
          <ButtonLink href="/records/corrections">{corrections.toLocaleString('vi')} đề nghị sửa</ButtonLink>
        )}
        {first && (
          <ButtonLink look="main" href={hrefOf(first.submissionId)}>
            {isUsual(ask.sort) && page.first === 1 ? 'Kiểm từ người chờ lâu nhất' : 'Kiểm lần lượt từ đầu trang'}
          </ButtonLink>
        )}
      </PageHead>
      <MonthReminder units={reminded} month={month} left={windowDays(actor.today).left} />
      <ListPanel
        spec={REVIEW_LIST}
        ask={ask}
        page={page}
        // Of one unit alone its name says nothing.
        columns={REVIEW_COLUMNS.filter(({ key }) => key !== 'unit' || units.length > 1)}
        keyOf={({ submissionId }) => submissionId}
        cells={reviewCells(at, hrefOf)}
        title={`${page.total.toLocaleString('vi')} người chờ kiểm`}
        searchLabel="Tên, số CCCD hoặc điện thoại"
        fields={[
          ...(units.length > 1 ? [{ kind: 'unit' as const, name: 'unit', label: 'Đơn vị', units, value: unit }] : []),
          { kind: 'choice', name: 'sent', label: 'Lần gửi', choices: SENT, value: sent },
          { kind: 'choice', name: 'category', label: 'Đối tượng', choices: categories(), value: category, more: true },
        ]}
        views={views}
        empty={
          isNarrowed(ask)
            ? { title: 'Không có ai trong danh sách này.', children: 'Bỏ bớt điều kiện lọc, hoặc gõ ít chữ hơn.' }
            : {
                title: 'Chưa có thay đổi nào chờ kiểm.',
                children: `Kỳ ký tới mở ngày ${sayDayMonth(from)}.`,
                act: <ButtonLink href="/records?stage=incomplete">Xem người còn thiếu</ButtonLink>,
              }
        }
        noun="người"
      />
    </>
  )
}

const isUsual = ({ by, down }: { by: string; down: boolean }) => by === 'since' && !down

const SENT = [
  { value: 'first', label: 'Gửi lần đầu' },
  { value: 'again', label: 'Gửi từ lần 2' },
]
const categories = () => codeLists('doi-tuong').map(({ code, label }) => ({ value: code, label }))
