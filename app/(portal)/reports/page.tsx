import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHead } from '@/components/layout/page-head'
import { CardsTable } from '@/components/ui/cards-table'
import { Panel } from '@/components/ui/panel'
import { sayDay } from '@/lib/domain/calendar'
import { mayAnywhere, within } from '@/lib/domain/policy'
import { salaryFormsOn } from '@/lib/domain/reports/salary-forms'
import { REPORT_PERMISSION, staffFormsOn, yearBefore } from '@/lib/domain/reports/staff-forms'
import { requireDoor } from '@/lib/server/access'

export const metadata: Metadata = { title: 'Báo cáo' }

/** The forms the law asks for. */
export default async function ReportsPage() {
  const actor = await requireDoor('report.use', '/reports')
  const on = yearBefore(actor.today)
  const reach = within(actor, 'report.use')
  const forms = staffFormsOn(actor.today).filter(
    ({ counts, province }) => mayAnywhere(actor, REPORT_PERMISSION[counts]) && !(province && typeof reach !== 'string'),
  )
  return (
    <>
      <PageHead
        title="Báo cáo thống kê"
        lead={`Lập từ bản hồ sơ đã ký duyệt; số liệu thường lấy đến hết ${sayDay(on)}, ngày khác chọn ở từng biểu.`}
      />
      {mayAnywhere(actor, 'report.salary') && (
        <Panel title="Danh sách và tiền lương" padded={false}>
          <CardsTable
            label="Biểu danh sách và tiền lương"
            rows={salaryFormsOn(actor.today)}
            keyOf={({ code }) => code}
            columns={[
              {
                head: 'Tên biểu',
                lines: true,
                of: ({ code, title }) => <Link href={`/reports/salary?form=${code}`}>{title}</Link>,
              },
              { head: 'Số hiệu', of: ({ official }) => official },
              { head: 'Căn cứ', of: ({ basis }) => basis },
              { head: 'Hạn gửi', of: ({ deadline }) => deadline },
            ]}
          />
        </Panel>
      )}
      <Panel title="Số lượng, chất lượng, tình hình" padded={false}>
        <CardsTable
          label="Biểu thống kê"
          rows={forms}
          keyOf={({ code }) => code}
          columns={[
            { head: 'Tên biểu', lines: true, of: ({ code, title }) => <Link href={`/reports/${code}`}>{title}</Link> },
            { head: 'Số hiệu', of: ({ official }) => official },
            { head: 'Căn cứ', of: ({ basis }) => basis },
            { head: 'Hạn gửi', of: ({ deadline }) => deadline },
          ]}
        />
      </Panel>
    </>
  )
}
