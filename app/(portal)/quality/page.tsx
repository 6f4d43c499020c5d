import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { WholeExportLink } from '@/components/lists/whole-export-link'
import type { UnitColumns } from '@/components/overview/overview-table'
import { QualityFigures } from '@/components/overview/quality-figures'
import { UnitsPanel } from '@/components/overview/units-panel'
import { ButtonLink } from '@/components/ui/button'
import { sayInstant } from '@/lib/domain/calendar'
import { idIn, pageIn, type Query, rowsOf } from '@/lib/domain/list-query'
import type { QualityStage } from '@/lib/domain/people-stages'
import { mayAnywhere } from '@/lib/domain/policy'
import { QUALITY_HEADS } from '@/lib/domain/stage-heads'
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
        <WholeExportLink list="quality" filter={{ unit: unitId }} />
        {mayAnywhere(actor, 'population.check') && <ButtonLink href="/quality/population">Đối chiếu dân cư</ButtonLink>}
        {mayAnywhere(actor, 'duplicate.decide') && (
          <ButtonLink href="/quality/duplicates">
            Nghi trùng: {(await openDuplicates(actor)).toLocaleString('vi')} cặp
          </ButtonLink>
        )}
      </PageHead>
      <QualityFigures counts={sum} of={sumLink} today={actor.today} />
      <UnitsPanel
        columns={COLUMNS}
        rows={rows}
        page={page}
        {...rowsOf(page)}
        name={name}
        units={units}
        sum={sum}
        of={sumLink}
        linked={linked}
        unitId={unitId}
      />
    </>
  )
}

const COLUMNS: UnitColumns<QualityStage> = {
  heads: QUALITY_HEADS,
  share: { stage: 'good', head: 'Cả bốn/tổng số' },
  path: '/quality',
}
