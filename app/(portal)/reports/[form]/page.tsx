import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { FreshDownload } from '@/components/lock/fresh-download'
import { PrintButton } from '@/components/people/print-button'
import { DayForm } from '@/components/reports/day-form'
import { ReportTable } from '@/components/reports/report-table'
import { Empty } from '@/components/ui/empty'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { sayDay, sayInstant } from '@/lib/domain/calendar'
import { listHref, type Query } from '@/lib/domain/list-query'
import { readAsk } from '@/lib/domain/lists/list-spec'
import { REPORT_PEOPLE } from '@/lib/domain/lists/report-people-spec'
import { crossChecks, yearBefore } from '@/lib/domain/reports/staff-forms'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { now } from '@/lib/server/clock'
import { reportDay, staffReport } from '@/lib/server/reports/staff-report'

export const metadata: Metadata = { title: 'Báo cáo thống kê' }

type Props = { params: Promise<{ form: string }>; searchParams: Promise<Query> }

/** One form of statistics on one day, unit by unit. */
export default async function ReportPage({ params, searchParams }: Props) {
  const actor = await requireDoor('report.use', '/reports')
  const { form: code } = await params
  const { unit: unitId = null, on: asked = null } = readAsk(REPORT_PEOPLE, await searchParams).filters
  const on = reportDay(asked, actor.today, yearBefore(actor.today))
  const report = await orNotFound(actor, `/reports/${code}`, () => staffReport(actor, code, on, unitId))
  const { form, focus, parentId, rows, sum, unapproved } = report
  const checks = crossChecks(form, sum)
  const path = `/reports/${form.code}`
  return (
    <>
      <PageHead
        title={form.counts === 'use' ? form.title : `${form.official}: ${form.title}`}
        crumbs={[
          { label: 'Báo cáo', href: '/reports' },
          ...(unitId === null ? [] : [{ label: form.official, href: listHref(path, { unit: parentId, on }) }]),
        ]}
        here={unitId === null ? form.official : (focus?.name ?? form.official)}
        lead={`${form.basis}, hạn gửi ${form.deadline}. Số liệu đến hết ${sayDay(on)}.`}
        asOf={`Lập lúc ${sayInstant(now())}`}
      >
        <FreshDownload className="button" href={listHref(`/api/reports/${form.code}`, { unit: unitId, on })}>
          <Icon name="down" />
          Xuất Excel
        </FreshDownload>
        <span className="acts">
          <PrintButton>In biểu</PrintButton>
        </span>
      </PageHead>
      {unapproved > 0 && (
        <Notice look="warn" title={`${unapproved.toLocaleString('vi')} người chưa được tính.`}>
          Đến ngày này họ chưa có bản hồ sơ được ký duyệt. Số chưa duyệt không phải số liệu chính thức.
        </Notice>
      )}
      {checks.length > 0 && (
        <Notice look="warn" title="Có nhóm cột chưa khớp tổng số.">
          {checks.join(' ')} Xem những người thiếu dữ liệu rồi bổ sung hồ sơ.
        </Notice>
      )}
      <Panel title={focus?.name ?? 'Các đơn vị của Anh/Chị'} padded={false}>
        <DayForm path={path} on={on} unitId={unitId} />
        {rows.length === 0 ? (
          <Empty title="Không có ai để thống kê ở ngày này.">
            Chọn ngày khác, hoặc xem biểu của đối tượng khác. Ai chưa được ký duyệt thì không tính.
          </Empty>
        ) : (
          <ReportTable {...report} sumOf={focus?.id} />
        )}
      </Panel>
    </>
  )
}
