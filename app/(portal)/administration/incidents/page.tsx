import type { Metadata } from 'next'
import { IncidentForm } from '@/components/incidents/incident-form'
import { ProofPanel } from '@/components/incidents/proof-panel'
import { PageHead } from '@/components/layout/page-head'
import { AdministrationTabs } from '@/components/people/administration-tabs'
import { ListPager } from '@/components/people/list-pager'
import { CARDS } from '@/components/ui/card-roles'
import { Empty } from '@/components/ui/empty'
import { Panel } from '@/components/ui/panel'
import { sayMonth } from '@/lib/domain/batch-words'
import { sayDay, sayInstant } from '@/lib/domain/calendar'
import { pageIn, type Query, rowsOf } from '@/lib/domain/list-query'
import { requireDoor } from '@/lib/server/access'
import { incidentList } from '@/lib/server/incidents/record-incident'
import { proofStanding } from '@/lib/server/proof/incidents'
import { unitChoices } from '@/lib/server/units/unit-tree'
import { closeProof, report } from './actions'

export const metadata: Metadata = { title: 'Sự cố' }

/** Leaks of passwords or data, and what was done at once. */
export default async function IncidentsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('incident.record', '/administration/incidents')
  const page = pageIn(await searchParams)
  const [{ total, incidents }, proof, units] = await Promise.all([
    incidentList(actor, rowsOf(page)),
    proofStanding(actor),
    unitChoices(actor, 'incident.record'),
  ])
  return (
    <>
      <PageHead
        title="Quản trị"
        here="Sự cố"
        lead="Lộ mật khẩu hoặc thông tin: ghi lại, và cấp lại mật khẩu cho các tài khoản bị ảnh hưởng (Quy chế, Điều 10 khoản 3)."
      />
      <AdministrationTabs current="incidents" actor={actor} />
      <ProofPanel
        incidents={proof.open.map(({ id, name, version, unitName, period, foundAt }) => ({
          ...{ id, foundAt: sayInstant(foundAt) },
          what: name === null ? 'Bản phê duyệt đang lưu không còn hợp lệ' : `Hồ sơ của ${name}, bản ${version}`,
          where: `${unitName}, đợt ký tháng ${sayMonth(period)}`,
        }))}
        night={proof.night && sayNight(proof.night)}
        close={closeProof}
      />
      <Panel title={`${total.toLocaleString('vi')} sự cố`} padded={false}>
        {incidents.length === 0 ? (
          <Empty title="Chưa có sự cố nào.">Có thì ghi ở dưới.</Empty>
        ) : (
          <table {...CARDS.table} className="cards" aria-label="Sự cố">
            <thead {...CARDS.group}>
              <tr {...CARDS.row}>
                <th {...CARDS.columnHead}>Phát hiện ngày</th>
                <th {...CARDS.columnHead}>Việc đã xảy ra</th>
                <th {...CARDS.columnHead}>Đơn vị</th>
                <th {...CARDS.columnHead}>Hạn báo cáo</th>
                <th {...CARDS.columnHead}>Người ghi</th>
              </tr>
            </thead>
            <tbody {...CARDS.group}>
              {incidents.map(({ id, description, unitName, discoveredOn, due, by }) => (
                <tr key={id} {...CARDS.row}>
                  <th {...CARDS.rowHead}>{sayDay(discoveredOn)}</th>
                  <td {...CARDS.cell} data-l="Việc đã xảy ra">
                    {description}
                  </td>
                  <td {...CARDS.cell} data-l="Đơn vị">
                    {unitName}
                  </td>
                  <td {...CARDS.cell} data-l="Hạn báo cáo">
                    {due}
                  </td>
                  <td {...CARDS.cell} data-l="Người ghi">
                    {by}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <ListPager
          path="/administration/incidents"
          filter={{}}
          page={page}
          shown={incidents.length}
          total={total}
          noun="sự cố"
        />
      </Panel>
      <IncidentForm units={units} unitId={units[0]?.id ?? null} today={sayDay(actor.today)} report={report} />
    </>
  )
}

type Night = NonNullable<Awaited<ReturnType<typeof proofStanding>>['night']>

/** What was recomputed: all of the month, and a thirtieth of everything older each night. */
const sayNight = ({ endedAt, records, papers, mismatches }: Night) =>
  `Lần tính lại gần nhất, xong lúc ${endedAt ? sayInstant(endedAt) : ''}: ${records.toLocaleString('vi')} hồ sơ, ${papers.toLocaleString('vi')} bản phê duyệt, ${mismatches.toLocaleString('vi')} chỗ khác.`
