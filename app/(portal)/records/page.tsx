import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { ExportLink } from '@/components/lists/export-link'
import { ListPanel } from '@/components/lists/list-panel'
import { peopleCells } from '@/components/people/people-cells'
import { ButtonLink } from '@/components/ui/button'
import { sayInstant } from '@/lib/domain/calendar'
import { listHref, type Query } from '@/lib/domain/list-query'
import { isNarrowed, readAsk } from '@/lib/domain/lists/list-spec'
import { PEOPLE_LIST } from '@/lib/domain/lists/people-list-spec'
import { PEOPLE_STAGES, type PeopleStage } from '@/lib/domain/people-stages'
import { type Actor, mayAnywhere, within } from '@/lib/domain/policy'
import { offDuty } from '@/lib/domain/reading'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { now } from '@/lib/server/clock'
import { peopleColumns, peopleFilters } from '@/lib/server/people/people-columns'
import { peopleList } from '@/lib/server/people/people-list'
import { loadUnit, unitChoices } from '@/lib/server/units/unit-tree'
import { startJob } from '../jobs/actions'
import { listViews } from '../list-views'

export const metadata: Metadata = { title: 'Hồ sơ' }

/** People in reach. Every figure of the overview leads here, to a list of exactly that length. */
export default async function RecordsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('unit.read', '/records')
  const query = await searchParams
  const views = await listViews(actor, 'people', query)
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
        lead={readsApproved(actor) && 'Chức vụ, ngạch, giới tính và điện thoại: theo bản đã duyệt gần nhất.'}
        asOf={`Số liệu lúc ${sayInstant(now())}`}
      >
        <ExportLink list="people" spec={PEOPLE_LIST} ask={ask} total={page.total} start={startJob} />
        {mayAnywhere(actor, 'record.exportMany') && (
          <ButtonLink icon="down" href={listHref('/records/export', { unit: unitId, own: own ?? null })}>
            Tải sơ yếu lý lịch
          </ButtonLink>
        )}
        {mayAnywhere(actor, 'record.exportMany') && (
          <ButtonLink icon="down" href={listHref('/records/workbook', { unit: unitId })}>
            Hồ sơ ra Excel
          </ButtonLink>
        )}
        {mayAnywhere(actor, 'record.import') && (
          <ButtonLink icon="up" href={listHref('/imports', { unit: unitId })}>
            Nhập danh sách
          </ButtonLink>
        )}
        {mayAnywhere(actor, 'view.answer') && <ButtonLink href="/records/questions">Câu hỏi về lượt xem</ButtonLink>}
        {mayAnywhere(actor, 'report.salary') && !mayAnywhere(actor, 'report.use') && (
          <ButtonLink href="/reports/salary">Danh sách và tiền lương</ButtonLink>
        )}
        {mayAnywhere(actor, 'report.use') && <ButtonLink href="/reports">Báo cáo</ButtonLink>}
        {mayAnywhere(actor, 'raise.read') && <ButtonLink href="/raises">Nâng lương</ButtonLink>}
        {mayAnywhere(actor, 'movement.read') && <ButtonLink href="/movements">Biến động</ButtonLink>}
        {mayAnywhere(actor, 'record.review') && <ButtonLink href="/records/review">Hàng chờ kiểm</ButtonLink>}
        {mayAnywhere(actor, 'person.create') && (
          <ButtonLink icon="plus" href="/administration/people/new">
            Thêm người
          </ButtonLink>
        )}
      </PageHead>
      <ListPanel
        spec={PEOPLE_LIST}
        ask={ask}
        page={page}
        columns={columns}
        keyOf={({ personId }) => personId}
        cells={peopleCells}
        title={`${page.total.toLocaleString('vi')} người`}
        searchLabel="Tên, số CCCD hoặc điện thoại"
        fields={peopleFilters(actor, ask, units)}
        carried={{ own: own ?? null }}
        views={views}
        empty={{ title: 'Không có ai trong danh sách này.', children: 'Bỏ bớt điều kiện lọc, hoặc gõ ít chữ hơn.' }}
        noun="người"
      />
    </>
  )
}

/** Of some of these people, only what was approved. */
const readsApproved = (actor: Actor) => within(offDuty(actor), 'record.read') !== 'nothing'

function titleOf(stage: PeopleStage | undefined, unitName: string | null, own: boolean): string {
  const words = stage === undefined ? 'Hồ sơ' : PEOPLE_STAGES[stage]
  return unitName === null ? words : `${words}: ${unitName}${own ? ', không kể đơn vị trực thuộc' : ''}`
}
