import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHead } from '@/components/layout/page-head'
import { ListFoot } from '@/components/lists/list-foot'
import { ListTable } from '@/components/lists/list-table'
import { Panel } from '@/components/ui/panel'
import { sayDay, sayInstant } from '@/lib/domain/calendar'
import { listHref, type Query } from '@/lib/domain/list-query'
import { readAsk } from '@/lib/domain/lists/list-spec'
import { REPORT_PEOPLE } from '@/lib/domain/lists/report-people-spec'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { now } from '@/lib/server/clock'
import { askedFigure, REPORT_PEOPLE_COLUMNS, reportPeople } from '@/lib/server/reports/report-people'

export const metadata: Metadata = { title: 'Người trong báo cáo' }

/** The people behind one figure of a report. */
export default async function ReportPeoplePage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('report.use', '/reports')
  const ask = readAsk(REPORT_PEOPLE, await searchParams)
  const [{ form, column, on }, page] = await orNotFound(actor, '/reports/people', async () => [
    askedFigure(actor, ask),
    await reportPeople(actor, ask),
  ])
  const words = column.group === '' ? column.label : `${column.group}: ${column.label}`
  return (
    <>
      <PageHead
        title={words}
        crumbs={[
          { label: 'Báo cáo', href: '/reports' },
          { label: form.official, href: listHref(`/reports/${form.code}`, { unit: ask.filters.unit, on }) },
        ]}
        lead={`${form.official}, số liệu đến hết ${sayDay(on)}.`}
        asOf={`Lập lúc ${sayInstant(now())}`}
      />
      <Panel title={<span id="report-people">{page.total.toLocaleString('vi')} người</span>} padded={false}>
        <ListTable
          spec={REPORT_PEOPLE}
          ask={ask}
          columns={REPORT_PEOPLE_COLUMNS}
          rows={page.rows}
          keyOf={({ personId }) => personId}
          labelledBy="report-people"
          cells={{ name: ({ recordId, name }) => <Link href={`/records/${recordId}`}>{name}</Link> }}
        />
        <ListFoot spec={REPORT_PEOPLE} ask={ask} page={page} noun="người" />
      </Panel>
    </>
  )
}
