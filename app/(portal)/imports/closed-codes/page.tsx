import type { Metadata } from 'next'
import { ClosedTable } from '@/components/code-lists/closed-table'
import { PageHead } from '@/components/layout/page-head'
import { ListPager } from '@/components/people/list-pager'
import { Empty } from '@/components/ui/empty'
import { Panel } from '@/components/ui/panel'
import { pageIn, type Query, rowsOf } from '@/lib/domain/list-query'
import { requireDoor } from '@/lib/server/access'
import { closedInReach } from '@/lib/server/code-lists/closed-in-reach'

export const metadata: Metadata = { title: 'Giá trị đã đóng' }

/** Whose record still says a value that was closed, and what to write instead; nothing is changed by itself. */
export default async function ClosedCodesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('record.import', '/imports/closed-codes')
  const page = pageIn(await searchParams)
  const { total, rows } = await closedInReach(actor, rowsOf(page))
  return (
    <>
      <PageHead
        title="Giá trị đã đóng"
        crumbs={[{ label: 'Nhập danh sách', href: '/imports' }]}
        lead="Hồ sơ đang ghi giá trị mà danh mục đã đóng. Mở mục đó để ghi giá trị thay thế; máy không tự đổi."
      />
      <Panel title={`${total.toLocaleString('vi')} chỗ`} padded={false}>
        {rows.length === 0 ? (
          <Empty title="Không hồ sơ nào ghi giá trị đã đóng.">Khi Sở Nội vụ đóng một giá trị, hồ sơ hiện ở đây.</Empty>
        ) : (
          <ClosedTable rows={rows} />
        )}
        <ListPager path="/imports/closed-codes" filter={{}} page={page} shown={rows.length} total={total} noun="chỗ" />
      </Panel>
    </>
  )
}
