import 'server-only'
import { workbook } from '@/lib/documents/xlsx/workbook'
import { sayDay, sayInstant } from '@/lib/domain/calendar'
import type { Actor } from '@/lib/domain/policy'
import { type ReportColumn, veiled } from '@/lib/domain/reports/staff-forms'
import { noteView } from '../access'
import { type StaffReport, staffReport } from './staff-report'

/** A form of statistics as a workbook; and an entry in the log. */
export async function reportWorkbook(actor: Actor, code: string, on: string, unitId: string | null, now: Date) {
  const report = await staffReport(actor, code, on, unitId)
  const { form, focus, rows, sum, sumQuota, unapproved } = report
  const line = (name: string, quota: number | null, figures: typeof sum) => [
    name,
    quota,
    ...form.columns.map((column) => said(report, column, figures[column.key] ?? 0)),
  ]
  const bytes = workbook({
    columns: [
      { label: 'Đơn vị', kind: 'text' },
      { label: 'Tổng số được giao', kind: 'number' },
      ...form.columns.map((column) => ({ label: headOf(column), kind: 'number' as const })),
    ],
    rows: [
      ...rows.map(({ unit, own, quota, figures }) =>
        line(own ? `${unit.name} (trực tiếp)` : unit.name, quota, figures),
      ),
      line('Cộng', sumQuota, sum),
    ],
    about: [
      ['Biểu', `${form.official}. ${form.title}`],
      ['Căn cứ', form.basis],
      ['Số liệu ngày', sayDay(on)],
      ['Phạm vi', focus?.name ?? 'Các đơn vị của người xuất'],
      ['Nguồn', 'Bản hồ sơ đã ký duyệt đến hết ngày đó'],
      ['Chưa tính', `${unapproved} người chưa có bản hồ sơ được duyệt đến ngày đó`],
      ['Xuất lúc', sayInstant(now)],
      ['Người xuất', actor.personName],
    ],
  })
  await noteView(actor, {
    action: 'report.exported',
    subject: { type: 'page', id: `/reports/${code}`, name: form.official },
    detail: { form: code, on, unit: focus?.name ?? null, rows: rows.length },
  })
  return { name: `${code}-${on}.xlsx`, bytes }
}

const headOf = ({ group, label, extra }: ReportColumn) =>
  `${group === '' ? label : `${group}: ${label}`}${extra ? ' (ngoài mẫu)' : ''}`

const said = ({ readsSensitive }: StaffReport, { sensitive }: ReportColumn, count: number) =>
  veiled(count, sensitive !== null, readsSensitive) ?? 'dưới 5'
