import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { ListPager } from '@/components/people/list-pager'
import { PeopleFilter } from '@/components/people/people-filter'
import { PeopleTable } from '@/components/people/people-table'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { codeLists } from '@/lib/catalogue/code-lists'
import { sayInstant } from '@/lib/domain/calendar'
import { idIn, listHref, pageIn, type Query, rowsOf, wordIn } from '@/lib/domain/list-query'
import { isPeopleStage, PEOPLE_STAGES, type PeopleStage } from '@/lib/domain/people-stages'
import { mayAnywhere } from '@/lib/domain/policy'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { now } from '@/lib/server/clock'
import { peopleList } from '@/lib/server/people/people-list'
import { loadUnit, unitChoices } from '@/lib/server/units/unit-tree'

export const metadata: Metadata = { title: 'Hồ sơ' }

/** People in reach. Every figure of the overview leads here, to a list of exactly that length. */
export default async function RecordsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('unit.read', '/records')
  const query = await searchParams
  const view = {
    q: wordIn(query, 'q'),
    stage: stageIn(query),
    unit: idIn(query, 'unit'),
    own: wordIn(query, 'own') === '1',
  }
  const page = pageIn(query)
  const unit = view.unit && (await orNotFound(actor, '/records', () => loadUnit(actor, 'unit.read', view.unit ?? '')))
  const filter = { search: view.q, stage: view.stage, unitPath: unit ? unit.path : null, own: view.own }
  const [{ total, rows }, units] = await Promise.all([
    peopleList(actor, filter, rowsOf(page)),
    unitChoices(actor, 'unit.read'),
  ])
  const people = rows.map(({ personCategory, ...row }) => ({ ...row, category: categoryWord(personCategory) }))
  const heading = `${total.toLocaleString('vi')} người`
  const title = titleOf(view.stage, unit ? unit.name : null, view.own)
  const filtered = view.q !== '' || view.stage !== 'people' || unit !== null
  return (
    <>
      <PageHead
        title={title}
        crumbs={filtered ? [{ label: 'Hồ sơ', href: '/records' }] : []}
        asOf={`Số liệu lúc ${sayInstant(now())}`}
      >
        {mayAnywhere(actor, 'record.exportMany') && (
          <ButtonLink icon="down" href={listHref('/records/export', { unit: view.unit, own: view.own ? '1' : null })}>
            Tải sơ yếu lý lịch
          </ButtonLink>
        )}
        {mayAnywhere(actor, 'record.review') && <ButtonLink href="/records/review">Hàng chờ kiểm</ButtonLink>}
        {mayAnywhere(actor, 'person.create') && (
          <ButtonLink icon="plus" href="/administration/people/new">
            Thêm người
          </ButtonLink>
        )}
      </PageHead>
      <section className="panel" aria-labelledby="people">
        <PeopleFilter {...view} search={view.q} unitId={view.unit} units={units} heading={heading} headingId="people" />
        {rows.length === 0 ? (
          <Empty title="Không có ai trong danh sách này.">Bỏ bớt điều kiện lọc, hoặc gõ ít chữ hơn.</Empty>
        ) : (
          <PeopleTable rows={people} labelledBy="people" />
        )}
        <ListPager
          path="/records"
          filter={{
            q: view.q,
            stage: view.stage === 'people' ? null : view.stage,
            unit: view.unit,
            own: view.own ? '1' : null,
          }}
          page={page}
          shown={rows.length}
          total={total}
          noun="người"
        />
      </section>
    </>
  )
}

function stageIn(query: Query): PeopleStage {
  const word = wordIn(query, 'stage')
  return isPeopleStage(word) ? word : 'people'
}

function titleOf(stage: PeopleStage, unitName: string | null, own: boolean): string {
  const words = stage === 'people' ? 'Hồ sơ' : PEOPLE_STAGES[stage]
  return unitName === null ? words : `${words}: ${unitName}${own ? ', không kể đơn vị trực thuộc' : ''}`
}

const categoryWord = (code: string) => codeLists('doi-tuong').find((entry) => entry.code === code)?.label ?? code
