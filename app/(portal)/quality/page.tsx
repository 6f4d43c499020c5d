import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { OverviewTable, type UnitColumns } from '@/components/overview/overview-table'
import { QualityFigures } from '@/components/overview/quality-figures'
import { ListPager } from '@/components/people/list-pager'
import { ButtonLink } from '@/components/ui/button'
import { sayInstant } from '@/lib/domain/calendar'
import { idIn, pageIn, type Query, rowsOf } from '@/lib/domain/list-query'
import type { QualityStage } from '@/lib/domain/people-stages'
import { mayAnywhere } from '@/lib/domain/policy'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { now } from '@/lib/server/clock'
import { qualityOverview } from '@/lib/server/overview/overview'
import { openDuplicates } from '@/lib/server/quality/duplicate-list'

export const metadata: Metadata = { title: 'Chất lượng dữ liệu' }

/** How good the records of a unit are, unit by unit. Each figure leads to the people it counts. */
export default async function QualityPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('quality.read', '/quality')
  const query = await searchParams
  const unitId = idIn(query, 'unit')
  const page = pageIn(query)
  const { focus, parentId, rows, sum, sumOf, units, linked } = await orNotFound(actor, '/quality', () =>
    qualityOverview(actor, unitId),
  )
  const { skip, take } = rowsOf(page)
  const shown = rows.slice(skip, skip + take)
  const sumLink = linked && sumOf !== undefined ? { unitId: sumOf } : null
  const name = focus?.name ?? 'Các đơn vị của Anh/Chị'
  return (
    <>
      <PageHead
        title={`Chất lượng dữ liệu, ${name}`}
        crumbs={
          unitId === null
            ? []
            : [{ label: 'Chất lượng dữ liệu', href: parentId === null ? '/quality' : `/quality?unit=${parentId}` }]
        }
        here={unitId === null ? 'Chất lượng dữ liệu' : name}
        asOf={`Số liệu lúc ${sayInstant(now())}`}
      >
        {mayAnywhere(actor, 'duplicate.decide') && (
          <ButtonLink href="/quality/duplicates">
            Nghi trùng: {(await openDuplicates(actor)).toLocaleString('vi')} cặp
          </ButtonLink>
        )}
      </PageHead>
      <QualityFigures counts={sum} of={sumLink} today={actor.today} />
      <section className="panel mt-4" aria-labelledby="units">
        <header>
          <h2 id="units">Theo đơn vị</h2>
          {linked && (
            <span className="meta">Bấm vào số để xem đúng những người đó, bấm tên để xem đơn vị trực thuộc</span>
          )}
        </header>
        <OverviewTable
          label="Bảng theo đơn vị, cuộn ngang được"
          columns={COLUMNS}
          rows={shown.map((row) => ({
            unitId: row.unit.id,
            name: row.unit.name,
            units: row.own ? null : row.units,
            counts: row.counts,
          }))}
          sum={{ words: `${name}, ${units.toLocaleString('vi')} đơn vị`, counts: sum, of: sumLink }}
          linked={linked}
        />
        <ListPager
          path="/quality"
          filter={{ unit: unitId }}
          page={page}
          shown={shown.length}
          total={rows.length}
          noun="dòng"
        />
      </section>
    </>
  )
}

const COLUMNS: UnitColumns<QualityStage> = {
  heads: [
    { stage: 'people', head: 'Tổng số' },
    { stage: 'correct', head: 'Đúng' },
    { stage: 'incorrect', head: 'Chưa đúng' },
    { stage: 'complete', head: 'Đủ' },
    { stage: 'incomplete', head: 'Còn thiếu' },
    { stage: 'clean', head: 'Sạch' },
    { stage: 'unclean', head: 'Chưa sạch' },
    { stage: 'live', head: 'Sống' },
    { stage: 'notLive', head: 'Chưa sống' },
  ],
  share: { stage: 'good', head: 'Cả bốn/tổng số' },
  path: '/quality',
}
