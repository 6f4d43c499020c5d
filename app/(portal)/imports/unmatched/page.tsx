import type { Metadata } from 'next'
import { WaitingTable } from '@/components/imports/waiting-table'
import { PageHead } from '@/components/layout/page-head'
import { ListPager } from '@/components/people/list-pager'
import { Empty } from '@/components/ui/empty'
import { Panel } from '@/components/ui/panel'
import { pageIn, type Query } from '@/lib/domain/list-query'
import { requireDoor } from '@/lib/server/access'
import { waitingWords } from '@/lib/server/imports/unmatched'
import { mapWaiting } from '../actions'

export const metadata: Metadata = { title: 'Chờ ánh xạ' }

const ROWS = 20

export default async function UnmatchedPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('record.import', '/imports/unmatched')
  const page = pageIn(await searchParams)
  const { total, words } = await waitingWords(actor, { skip: (page - 1) * ROWS, take: ROWS })
  return (
    <>
      <PageHead
        title="Chờ ánh xạ"
        crumbs={[{ label: 'Nhập danh sách', href: '/imports' }]}
        lead="Giá trị trong danh sách đã nhập mà danh mục không có. Chọn một lần cho mọi hồ sơ; lần nhập sau tự nhận."
      />
      <Panel title={`${total.toLocaleString('vi')} giá trị`} padded={false}>
        {words.length === 0 ? (
          <Empty title="Không có giá trị nào chờ ánh xạ.">Giá trị ngoài danh mục của lần nhập sau hiện ở đây.</Empty>
        ) : (
          <WaitingTable words={words} map={mapWaiting} />
        )}
        <ListPager
          path="/imports/unmatched"
          filter={{}}
          page={page}
          shown={words.length}
          total={total}
          noun="giá trị"
          rows={ROWS}
        />
      </Panel>
    </>
  )
}
