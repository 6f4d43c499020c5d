import type { Metadata } from 'next'
import { ListsTable } from '@/components/code-lists/lists-table'
import { PageHead } from '@/components/layout/page-head'
import { AdministrationTabs } from '@/components/people/administration-tabs'
import { Panel } from '@/components/ui/panel'
import { plain } from '@/lib/catalogue/code-list'
import { type Query, wordIn } from '@/lib/domain/list-query'
import { requireDoor } from '@/lib/server/access'
import { listsOverview } from '@/lib/server/code-lists/list-pages'

export const metadata: Metadata = { title: 'Danh mục' }

/** The code lists everybody chooses from, and on what each rests. */
export default async function CodeListsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('codeList.manage', '/administration/code-lists')
  const search = wordIn(await searchParams, 'q')
  const all = await listsOverview(actor)
  const lists = all.filter(({ title, name }) => plain(`${title} ${name}`).includes(plain(search)))
  return (
    <>
      <PageHead
        title="Danh mục"
        here="Danh mục"
        lead="Giá trị mọi người chọn trong hồ sơ. Mỗi thay đổi là một bản có căn cứ; giá trị đã dùng được đóng, không xóa."
      />
      <AdministrationTabs current="codeLists" actor={actor} />
      <Panel title={`${lists.length.toLocaleString('vi')} danh mục`} padded={false}>
        <ListsTable lists={lists} search={search} />
      </Panel>
    </>
  )
}
