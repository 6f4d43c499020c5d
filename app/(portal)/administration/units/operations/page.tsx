import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHead } from '@/components/layout/page-head'
import { KIND_WORDS } from '@/components/organisation/kind-words'
import { ListPager } from '@/components/people/list-pager'
import { CARDS } from '@/components/ui/card-roles'
import { Empty } from '@/components/ui/empty'
import { sayDay } from '@/lib/domain/calendar'
import { pageIn, type Query, rowsOf } from '@/lib/domain/list-query'
import { requireDoor } from '@/lib/server/access'
import { operationHistory } from '@/lib/server/organisation/operation-history'

export const metadata: Metadata = { title: 'Việc sắp xếp đã làm' }

/** What was done to the tree, newest first; nothing is ever struck from it. */
export default async function OperationsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('tree.read', '/administration/units/operations')
  const page = pageIn(await searchParams)
  const { total, rows } = await operationHistory(actor, rowsOf(page))
  return (
    <>
      <PageHead title="Việc sắp xếp đã làm" crumbs={[{ label: 'Đơn vị', href: '/administration/units' }]} />
      <section className="panel" aria-labelledby="operations">
        <header>
          <h2 id="operations">{total.toLocaleString('vi')} việc</h2>
        </header>
        {rows.length === 0 ? (
          <Empty title="Chưa có việc nào.">Mở một đơn vị để đổi tên, chuyển, hợp nhất hoặc giải thể.</Empty>
        ) : (
          <table {...CARDS.table} className="cards" aria-labelledby="operations">
            <thead {...CARDS.group}>
              <tr {...CARDS.row}>
                <th {...CARDS.columnHead}>Việc</th>
                <th {...CARDS.columnHead}>Loại</th>
                <th {...CARDS.columnHead}>Có hiệu lực</th>
                <th {...CARDS.columnHead}>Quyết định</th>
                <th {...CARDS.columnHead}>Người làm</th>
              </tr>
            </thead>
            <tbody {...CARDS.group}>
              {rows.map(({ id, kind, summary, day, basis, byName, at, undone }) => (
                <tr key={id} {...CARDS.row}>
                  <th {...CARDS.rowHead} className="wraps">
                    <Link href={`/administration/units/operations/${id}`} prefetch={false}>
                      {summary}
                    </Link>
                    {undone && <span className="soft"> đã hoàn tác</span>}
                  </th>
                  <td {...CARDS.cell} data-l="Loại">
                    {KIND_WORDS[kind]}
                  </td>
                  <td {...CARDS.cell} data-l="Có hiệu lực">
                    {sayDay(day)}
                  </td>
                  <td {...CARDS.cell} data-l="Quyết định">
                    {basis}
                  </td>
                  <td {...CARDS.cell} data-l="Người làm">
                    {byName}, {at}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <ListPager
          path="/administration/units/operations"
          filter={{}}
          page={page}
          shown={rows.length}
          total={total}
          noun="việc"
        />
      </section>
    </>
  )
}
