import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHead } from '@/components/layout/page-head'
import { ListFoot } from '@/components/lists/list-foot'
import { CARDS } from '@/components/ui/card-roles'
import { Empty } from '@/components/ui/empty'
import { Panel } from '@/components/ui/panel'
import { dayOf, sayDay, sayInstant } from '@/lib/domain/calendar'
import { listHref, type Query } from '@/lib/domain/list-query'
import { DUPLICATE_LIST } from '@/lib/domain/lists/duplicate-list-spec'
import { readAsk } from '@/lib/domain/lists/list-spec'
import {
  DUPLICATE_STATES,
  type DuplicateStanding,
  ELSEWHERE,
  groundWords,
  isDuplicateStanding,
} from '@/lib/domain/quality/duplicate-words'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { now } from '@/lib/server/clock'
import { duplicateList } from '@/lib/server/quality/duplicate-list'
import { loadUnit } from '@/lib/server/units/unit-tree'

export const metadata: Metadata = { title: 'Nghi trùng' }

const PATH = '/quality/duplicates'

/** Pairs of records that may be one person, newest first; those decided stay to be looked up and taken back. */
export default async function DuplicatesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('duplicate.decide', PATH)
  const query = await searchParams
  const ask = readAsk(DUPLICATE_LIST, query)
  const { unit: unitId, state: asked } = ask.filters
  const state: DuplicateStanding = asked !== undefined && isDuplicateStanding(asked) ? asked : 'open'
  const unit = unitId && (await orNotFound(actor, PATH, () => loadUnit(actor, 'unit.read', unitId)))
  const list = await duplicateList(actor, ask)
  const { total, rows: pairs } = list
  return (
    <>
      <PageHead
        title={unit ? `Nghi trùng: ${unit.name}` : 'Nghi trùng'}
        crumbs={[{ label: 'Chất lượng dữ liệu', href: '/quality' }]}
        lead="Hai hồ sơ cùng họ tên và ngày sinh, hoặc cùng số điện thoại, số bảo hiểm. Mở từng cặp để so sánh và kết luận."
        asOf={`Số liệu lúc ${sayInstant(now())}`}
      />
      <Panel
        title={`${total.toLocaleString('vi')} cặp, ${DUPLICATE_STATES[state].toLocaleLowerCase('vi')}`}
        padded={false}
        aside={
          <nav className="acts" aria-label="Theo kết luận">
            {Object.entries(DUPLICATE_STATES).map(([value, words]) => (
              <Link
                key={value}
                href={listHref(PATH, { unit: unitId, state: value === 'open' ? null : value })}
                aria-current={value === state ? 'page' : undefined}
              >
                {words}
              </Link>
            ))}
          </nav>
        }
      >
        {pairs.length === 0 ? (
          <Empty title={state === 'open' ? 'Không có cặp hồ sơ nào nghi trùng.' : 'Chưa có kết luận nào như vậy.'} />
        ) : (
          <table {...CARDS.table} className="cards">
            <thead {...CARDS.group}>
              <tr {...CARDS.row}>
                <th {...CARDS.columnHead}>Hai hồ sơ</th>
                <th {...CARDS.columnHead}>Vì sao</th>
                <th {...CARDS.columnHead}>Thấy ngày</th>
                <th {...CARDS.columnHead}>Ai kết luận</th>
              </tr>
            </thead>
            <tbody {...CARDS.group}>
              {pairs.map(({ id, grounds, foundAt, sides, mayDecide }) => (
                <tr key={id} {...CARDS.row}>
                  <th {...CARDS.rowHead}>
                    <Link href={`${PATH}/${id}`}>{sides.map((side) => side?.name ?? ELSEWHERE).join(' và ')}</Link>
                    <span className="meta block">
                      {[...new Set(sides.flatMap((side) => side?.unitName ?? []))].join(', ')}
                    </span>
                  </th>
                  <td {...CARDS.cell} data-l="Vì sao">
                    {groundWords(grounds)}
                  </td>
                  <td {...CARDS.cell} data-l="Thấy ngày">
                    {sayDay(dayOf(foundAt))}
                  </td>
                  <td {...CARDS.cell} data-l="Ai kết luận">
                    {mayDecide ? 'Anh/Chị' : 'cấp trên xem được cả hai'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <ListFoot spec={DUPLICATE_LIST} ask={ask} page={list} noun="cặp" />
      </Panel>
    </>
  )
}
