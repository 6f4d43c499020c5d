import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { WholeExportLink } from '@/components/lists/whole-export-link'
import { DaySlider } from '@/components/organisation/day-slider'
import { AdministrationTabs } from '@/components/people/administration-tabs'
import { ListPager } from '@/components/people/list-pager'
import { UnitFilter } from '@/components/people/unit-filter'
import { UnitTable } from '@/components/people/unit-table'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { isRealDay } from '@/lib/catalogue/days'
import { sayDay } from '@/lib/domain/calendar'
import { listHref, pageIn, type Query, rowsOf, wordIn } from '@/lib/domain/list-query'
import { can, mayAnywhere } from '@/lib/domain/policy'
import { isTypeOn, unitTypeLabel } from '@/lib/domain/unit-tree'
import { requireDoor } from '@/lib/server/access'
import { daysToShow, treeOn } from '@/lib/server/organisation/tree-on'

export const metadata: Metadata = { title: 'Đơn vị' }

/** The units in reach, as they stand in the tree today or stood on any day (`?on=2025-06-30`). */
export default async function UnitsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('tree.read', '/administration/units')
  const query = await searchParams
  const [search, page, asked] = [wordIn(query, 'q'), pageIn(query), wordIn(query, 'on')]
  const on = isRealDay(asked) ? asked : actor.today
  const [{ total, people, rows }, days] = await Promise.all([
    treeOn(actor, on, { search, ...rowsOf(page) }),
    daysToShow(actor),
  ])
  const manages = mayAnywhere(actor, 'unit.manage')
  const seesProvince = can(actor, 'tree.read', { personId: null, unitPath: '/' })
  const isToday = on === actor.today
  return (
    <>
      <PageHead title="Cây đơn vị" here="Đơn vị">
        <WholeExportLink list="units" filter={{ q: search, on: isToday ? null : on }} />
        <ButtonLink href="/administration/units/operations">Việc sắp xếp đã làm</ButtonLink>
        {seesProvince && <ButtonLink href="/administration/units/compare">So với danh sách của Bộ</ButtonLink>}
        {manages && (
          <>
            <ButtonLink href="/administration/units/import">Nhập Excel</ButtonLink>
            <ButtonLink href="/administration/units/operations/new?kind=merge">Hợp nhất, sáp nhập</ButtonLink>
            <ButtonLink look="main" icon="plus" href="/administration/units/new">
              Lập đơn vị
            </ButtonLink>
          </>
        )}
      </PageHead>
      <AdministrationTabs current="units" actor={actor} />
      <section className="panel" aria-labelledby="units">
        <DaySlider days={days} on={on} today={actor.today} path={listHref('/administration/units', { q: search })} />
        <UnitFilter
          heading={`${total.toLocaleString('vi')} đơn vị, ${people.toLocaleString('vi')} người${isToday ? '' : ` ngày ${sayDay(on)}`}`}
          headingId="units"
          search={search}
          on={isToday ? null : on}
        />
        {rows.length === 0 ? (
          <Empty title="Không có đơn vị nào khớp.">Gõ ít chữ hơn, bỏ lọc, hoặc chọn ngày khác.</Empty>
        ) : (
          <UnitTable
            units={rows.map(({ typeCode, unitId, ...row }) => ({
              ...row,
              id: unitId,
              type: unitTypeLabel(typeCode),
              outdated: !isTypeOn(typeCode, on),
            }))}
            labelledBy="units"
          />
        )}
        <ListPager
          path="/administration/units"
          filter={{ q: search, on: isToday ? null : on }}
          page={page}
          shown={rows.length}
          total={total}
          noun="đơn vị"
        />
      </section>
    </>
  )
}
