import type { Metadata } from 'next'
import { MonthReminder } from '@/components/approvals/month-reminder'
import { PageHead } from '@/components/layout/page-head'
import { WholeExportLink } from '@/components/lists/whole-export-link'
import type { Counted } from '@/components/overview/figure'
import { OverdueUnits } from '@/components/overview/overdue-units'
import type { UnitColumns } from '@/components/overview/overview-table'
import { ProvinceFigures } from '@/components/overview/province-figures'
import { QualityFigures } from '@/components/overview/quality-figures'
import { StandingList } from '@/components/overview/standing-list'
import { StuckList } from '@/components/overview/stuck-list'
import { UnitsPanel } from '@/components/overview/units-panel'
import { ButtonLink } from '@/components/ui/button'
import { MonthRuler } from '@/components/ui/month-ruler'
import { approvalWindow, inApprovalWindow, windowDays } from '@/lib/domain/approval-window'
import { sayDayMonth, sayInstant } from '@/lib/domain/calendar'
import { idIn, listHref, pageIn, type Query, rowsOf } from '@/lib/domain/list-query'
import type { OVERVIEW_STAGES } from '@/lib/domain/people-stages'
import { mayAnywhere } from '@/lib/domain/policy'
import { OVERVIEW_HEADS } from '@/lib/domain/stage-heads'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { monthBefore, overdueWithin, unclosedOwnUnits } from '@/lib/server/approvals/unclosed-units'
import { now } from '@/lib/server/clock'
import { overview, qualityOverview } from '@/lib/server/overview/overview'
import { prepareBatch } from '../approvals/actions'

export const metadata: Metadata = { title: 'Tổng quan' }

/** How far the province, or a unit, is this month. Each figure leads to the people it counts. */
export default async function OverviewPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('overview.read', '/overview')
  const query = await searchParams
  const unitId = idIn(query, 'unit')
  const page = pageIn(query)
  const [{ focus, parentId, rows, sum, sumOf, units, linked }, quality] = await orNotFound(actor, '/overview', () =>
    Promise.all([overview(actor, unitId), qualityOverview(actor, unitId)]),
  )
  const before = monthBefore(actor.today)
  const [overdue, reminded] = await Promise.all([
    overdueWithin(actor, before, focus?.path ?? null),
    unclosedOwnUnits(actor, 'unitHead'),
  ])
  const sumLink: Counted | null = linked && sumOf !== undefined ? { unitId: sumOf } : null
  const name = focus?.name ?? 'Các đơn vị của Anh/Chị'
  const { month, from, to } = approvalWindow(actor.today)
  const [year, monthOfYear] = month.split('-')
  return (
    <>
      <PageHead
        title={`Tháng ${Number(monthOfYear)}/${year}, ${name}`}
        crumbs={
          unitId === null
            ? []
            : [{ label: 'Tổng quan', href: parentId === null ? '/overview' : `/overview?unit=${parentId}` }]
        }
        here={unitId === null ? 'Tổng quan' : name}
        asOf={`Số liệu lúc ${sayInstant(now())}. ${windowWords(actor.today)}`}
      >
        {mayAnywhere(actor, 'report.use') && (
          <ButtonLink icon="list" href="/reports">
            Báo cáo
          </ButtonLink>
        )}
        <WholeExportLink list="overview" filter={{ unit: unitId }} />
      </PageHead>
      <MonthReminder units={reminded} month={month} left={windowDays(actor.today).left} open={prepareBatch} />
      <ProvinceFigures counts={sum} units={units} of={sumLink} />
      <div className="dash dash--two">
        <StuckList counts={sum} of={sumLink} />
        <div>
          <StandingList counts={sum} of={sumLink} />
          <MonthRuler
            title={`Kỳ ký duyệt ${sayDayMonth(from)}–${sayDayMonth(to)}`}
            aside={windowWords(actor.today)}
            month={month}
            today={actor.today}
            window={{ from, to }}
            legend={[
              { mark: 'today', words: 'hôm nay' },
              { mark: 'window', words: 'kỳ ký duyệt' },
            ]}
          />
        </div>
      </div>
      <OverdueUnits units={overdue} month={before} linked={linked} />
      <QualityFigures
        counts={quality.sum}
        of={sumLink}
        today={actor.today}
        unitsHref={listHref('/quality', { unit: unitId })}
      />
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

const COLUMNS: UnitColumns<(typeof OVERVIEW_STAGES)[number]> = {
  heads: OVERVIEW_HEADS,
  share: { stage: 'accepted', head: 'Bộ nhận/tổng số' },
  path: '/overview',
}

function windowWords(today: string): string {
  const { left } = windowDays(today)
  return inApprovalWindow(today)
    ? `Còn ${left} ngày ký duyệt`
    : `Kỳ ký mở ngày ${sayDayMonth(approvalWindow(today).from)}`
}
