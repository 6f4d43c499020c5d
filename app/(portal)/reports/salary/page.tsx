import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHead } from '@/components/layout/page-head'
import { ExportLink } from '@/components/lists/export-link'
import { ListPanel } from '@/components/lists/list-panel'
import { PrintButton } from '@/components/people/print-button'
import { sayDay, sayInstant } from '@/lib/domain/calendar'
import type { Query } from '@/lib/domain/list-query'
import { readAsk } from '@/lib/domain/lists/list-spec'
import { SALARY_LIST } from '@/lib/domain/lists/salary-list-spec'
import { mayAnywhere } from '@/lib/domain/policy'
import { salaryFormsOn } from '@/lib/domain/reports/salary-forms'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { now } from '@/lib/server/clock'
import { askedSalary, SALARY_COLUMNS, salaryList } from '@/lib/server/reports/salary-list'
import { loadUnit, unitChoices } from '@/lib/server/units/unit-tree'
import { startJob } from '../../jobs/actions'
import { listViews } from '../../list-views'

export const metadata: Metadata = { title: 'Danh sách và tiền lương' }

/** People with their pay, as the forms of the law list them, on any day. */
export default async function SalaryReportPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('report.salary', '/reports/salary')
  const query = await searchParams
  const views = await listViews(actor, 'salaries', query)
  const ask = readAsk(SALARY_LIST, query)
  const { unit } = ask.filters
  const [{ form, on }, list, units] = await orNotFound(actor, '/reports/salary', async () => {
    if (unit !== undefined) await loadUnit(actor, 'report.salary', unit)
    return Promise.all([askedSalary(actor, ask), salaryList(actor, ask), unitChoices(actor, 'report.salary')])
  })
  return (
    <>
      <PageHead
        title={`${form.official}: ${form.title}`}
        crumbs={mayAnywhere(actor, 'report.use') ? [{ label: 'Báo cáo', href: '/reports' }] : []}
        here={form.official}
        lead={`${form.basis}, hạn gửi ${form.deadline}. Theo bản hồ sơ đã ký duyệt đến hết ${sayDay(on)}. Tệp Excel có đủ các cột của biểu.`}
        asOf={`Lập lúc ${sayInstant(now())}`}
      >
        <ExportLink list="salaries" spec={SALARY_LIST} ask={ask} total={list.total} start={startJob} />
        <span className="acts">
          <PrintButton>In biểu</PrintButton>
        </span>
      </PageHead>
      <ListPanel
        spec={SALARY_LIST}
        ask={ask}
        page={list}
        columns={ON_SCREEN.filter(({ key }) => key !== 'unit' || units.length > 1)}
        keyOf={({ personId }) => personId}
        cells={{
          name: ({ recordId, name }) => <Link href={`/records/${recordId}`}>{name}</Link>,
          coefficient: ({ coefficient }) => sayFigure(coefficient),
          position: ({ positionAllowance }) => sayFigure(positionAllowance),
        }}
        title={`${list.total.toLocaleString('vi')} người`}
        searchLabel="Tên hoặc số CCCD"
        fields={[
          {
            kind: 'choice',
            name: 'form',
            label: 'Biểu',
            choices: salaryFormsOn(on).map(({ code, official }) => ({ value: code, label: official })),
            value: form.code,
          },
          ...(units.length > 1 ? [{ kind: 'unit' as const, name: 'unit', label: 'Đơn vị', units, value: unit }] : []),
          { kind: 'day', name: 'on', label: 'Đến hết ngày', value: sayDay(on) },
        ]}
        views={views}
        empty={{
          title: 'Không có ai trong biểu này.',
          children: 'Chọn biểu khác hoặc ngày khác. Ai chưa được ký duyệt đến ngày đó thì không có tên.',
        }}
        noun="người"
      />
    </>
  )
}

/** The file has every column of the circular; a screen has no room for the rarest. */
const FILE_ONLY = ['bornMale', 'bornFemale', 'responsibility', 'region', 'percent']
const ON_SCREEN = SALARY_COLUMNS.filter(({ key }) => !FILE_ONLY.includes(key))

/** `4,68`, as papers write it. */
const sayFigure = (figure: number | null) =>
  figure?.toLocaleString('vi', { minimumFractionDigits: 2, maximumFractionDigits: 2 }) ?? ''
