import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { PageHead } from '@/components/layout/page-head'
import { ExportLink } from '@/components/lists/export-link'
import { ListFilter } from '@/components/lists/list-filter'
import { ListFoot } from '@/components/lists/list-foot'
import { ListTable } from '@/components/lists/list-table'
import { SavedViews } from '@/components/lists/saved-views'
import { peopleCells } from '@/components/people/people-cells'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { sayInstant } from '@/lib/domain/calendar'
import { listHref, type Query } from '@/lib/domain/list-query'
import { askHref, carriedOf, isNarrowed, readAsk } from '@/lib/domain/lists/list-spec'
import { PEOPLE_LIST } from '@/lib/domain/lists/people-list-spec'
import { PEOPLE_STAGES, type PeopleStage } from '@/lib/domain/people-stages'
import { mayAnywhere } from '@/lib/domain/policy'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { now } from '@/lib/server/clock'
import { defaultOf, savedViews, sharingUnits } from '@/lib/server/lists/saved-views'
import { peopleColumns, peopleFilters } from '@/lib/server/people/people-columns'
import { peopleList } from '@/lib/server/people/people-list'
import { loadUnit, unitChoices } from '@/lib/server/units/unit-tree'
import { chooseView, removeView, saveView } from '../list-actions'

export const metadata: Metadata = { title: 'Hồ sơ' }

/** People in reach. Every figure of the overview leads here, to a list of exactly that length. */
export default async function RecordsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('unit.read', '/records')
  const query = await searchParams
  const views = await savedViews(actor, 'people')
  const opening = defaultOf(views, query)
  if (opening) redirect(opening)
  const ask = readAsk(PEOPLE_LIST, query)
  const { unit: unitId, stage, own } = ask.filters
  const unit = unitId && (await orNotFound(actor, '/records', () => loadUnit(actor, 'unit.read', unitId)))
  const [page, units] = await Promise.all([peopleList(actor, ask), unitChoices(actor, 'unit.read')])
  // Of one unit alone its name says nothing.
  const columns = peopleColumns(actor).filter(({ key }) => key !== 'unit' || units.length > 1)
  const narrowed = isNarrowed(ask)
  return (
    <>
      <PageHead
        title={titleOf(stage as PeopleStage | undefined, unit ? unit.name : null, own === '1')}
        crumbs={narrowed ? [{ label: 'Hồ sơ', href: '/records' }] : []}
        asOf={`Số liệu lúc ${sayInstant(now())}`}
      >
        <ExportLink list="people" spec={PEOPLE_LIST} ask={ask} total={page.total} />
        {mayAnywhere(actor, 'record.exportMany') && (
          <ButtonLink icon="down" href={listHref('/records/export', { unit: unitId, own: own ?? null })}>
            Tải sơ yếu lý lịch
          </ButtonLink>
        )}
        {mayAnywhere(actor, 'view.answer') && <ButtonLink href="/records/questions">Câu hỏi về lượt xem</ButtonLink>}
        {mayAnywhere(actor, 'record.review') && <ButtonLink href="/records/review">Hàng chờ kiểm</ButtonLink>}
        {mayAnywhere(actor, 'person.create') && (
          <ButtonLink icon="plus" href="/administration/people/new">
            Thêm người
          </ButtonLink>
        )}
      </PageHead>
      <section className="panel" aria-labelledby="people">
        <header>
          <h2 id="people">{page.total.toLocaleString('vi')} người</h2>
          <SavedViews
            list="people"
            views={views}
            query={askHref(PEOPLE_LIST, ask).split('?')[1] ?? ''}
            units={sharingUnits(actor)}
            save={saveView}
            remove={removeView}
            choose={chooseView}
          />
        </header>
        <ListFilter
          path={PEOPLE_LIST.path}
          searchLabel="Tên, số CCCD hoặc điện thoại"
          search={ask.search}
          fields={peopleFilters(actor, ask, units)}
          extras={columns.filter(({ key }) => (PEOPLE_LIST.extras as readonly string[]).includes(key))}
          chosen={ask.extras}
          carried={{
            ...carriedOf(PEOPLE_LIST, ask),
            own: own ?? null,
          }}
          narrowed={narrowed}
        />
        {page.rows.length === 0 ? (
          <Empty title="Không có ai trong danh sách này.">Bỏ bớt điều kiện lọc, hoặc gõ ít chữ hơn.</Empty>
        ) : (
          <ListTable
            spec={PEOPLE_LIST}
            ask={ask}
            columns={columns}
            rows={page.rows}
            keyOf={({ personId }) => personId}
            labelledBy="people"
            cells={peopleCells}
          />
        )}
        <ListFoot spec={PEOPLE_LIST} ask={ask} page={page} noun="người" />
      </section>
    </>
  )
}

function titleOf(stage: PeopleStage | undefined, unitName: string | null, own: boolean): string {
  const words = stage === undefined ? 'Hồ sơ' : PEOPLE_STAGES[stage]
  return unitName === null ? words : `${words}: ${unitName}${own ? ', không kể đơn vị trực thuộc' : ''}`
}
