import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { AdministrationTabs } from '@/components/people/administration-tabs'
import { ListPager } from '@/components/people/list-pager'
import { UnitFilter } from '@/components/people/unit-filter'
import { UnitTable } from '@/components/people/unit-table'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { pageIn, type Query, rowsOf, wordIn } from '@/lib/domain/list-query'
import { mayAnywhere } from '@/lib/domain/policy'
import { unitTypeLabel } from '@/lib/domain/unit-tree'
import { requireDoor } from '@/lib/server/access'
import { unitList } from '@/lib/server/units/unit-tree'

export const metadata: Metadata = { title: 'Đơn vị' }

/** The units in reach, as they stand in the tree. */
export default async function UnitsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('account.manage', '/administration/units')
  const query = await searchParams
  const [search, page] = [wordIn(query, 'q'), pageIn(query)]
  const { total, units } = await unitList(actor, { search, ...rowsOf(page) })
  const rows = units.map(({ _count, typeCode, path, ...unit }) => ({
    ...unit,
    type: unitTypeLabel(typeCode),
    depth: search === '' ? path.split('/').length - 3 : 0,
    people: _count.people,
  }))
  return (
    <>
      <PageHead title="Quản trị" here="Đơn vị">
        {mayAnywhere(actor, 'unit.manage') && (
          <ButtonLink look="main" icon="plus" href="/administration/units/new">
            Lập đơn vị
          </ButtonLink>
        )}
      </PageHead>
      <AdministrationTabs current="units" />
      <section className="panel" aria-labelledby="units">
        <UnitFilter heading={`${total.toLocaleString('vi')} đơn vị`} headingId="units" search={search} />
        {rows.length === 0 ? (
          <Empty title="Không có đơn vị nào khớp.">Gõ ít chữ hơn, hoặc bỏ lọc.</Empty>
        ) : (
          <UnitTable units={rows} labelledBy="units" />
        )}
        <ListPager
          path="/administration/units"
          filter={{ q: search }}
          page={page}
          shown={rows.length}
          total={total}
          noun="đơn vị"
        />
      </section>
    </>
  )
}
