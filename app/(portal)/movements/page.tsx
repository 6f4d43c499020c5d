import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { ExportLink } from '@/components/lists/export-link'
import { ListPanel } from '@/components/lists/list-panel'
import { DueTable } from '@/components/movements/due-table'
import { movementCells } from '@/components/movements/movement-cells'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Panel } from '@/components/ui/panel'
import { sayMonth } from '@/lib/domain/batch-words'
import { sayInstant } from '@/lib/domain/calendar'
import type { Query } from '@/lib/domain/list-query'
import { readAsk } from '@/lib/domain/lists/list-spec'
import { MOVEMENT_LIST } from '@/lib/domain/lists/movement-list-spec'
import { MOVEMENT_KINDS, movementLabel } from '@/lib/domain/movements/movement-kinds'
import { MOVEMENT_STATES } from '@/lib/domain/movements/movement-words'
import { mayAnywhere } from '@/lib/domain/policy'
import { requireDoor } from '@/lib/server/access'
import { now } from '@/lib/server/clock'
import { MOVEMENT_COLUMNS, movementList } from '@/lib/server/movements/movement-list'
import { reportsDue } from '@/lib/server/movements/written-movements'
import { unitChoices } from '@/lib/server/units/unit-tree'
import { startJob } from '../jobs/actions'
import { listViews } from '../list-views'

export const metadata: Metadata = { title: 'Biến động' }

/** Who came, moved and went, and what of it Sở Nội vụ must still be told. */
export default async function MovementsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('movement.read', '/movements')
  const query = await searchParams
  const views = await listViews(actor, 'movements', query)
  const ask = readAsk(MOVEMENT_LIST, query)
  const { unit, kind, state, month } = ask.filters
  const [due, list, units] = await Promise.all([
    reportsDue(actor),
    movementList(actor, ask),
    unitChoices(actor, 'movement.read'),
  ])
  return (
    <>
      <PageHead
        title="Biến động"
        crumbs={[{ label: 'Hồ sơ', href: '/records' }]}
        lead="Mở một người trong danh sách hồ sơ để ghi tuyển dụng, chuyển, biệt phái, nghỉ hưu, thôi việc."
        asOf={`Số liệu lúc ${sayInstant(now())}`}
      >
        <ExportLink list="movements" spec={MOVEMENT_LIST} ask={ask} total={list.total} start={startJob} />
        <span className="acts">
          {mayAnywhere(actor, 'handover.receive') && (
            <ButtonLink look="small" href="/movements/receive">
              Nhận gói bàn giao
            </ButtonLink>
          )}
          <ButtonLink look="small" icon="clock" href="/movements/calendar">
            Lịch làm việc
          </ButtonLink>
        </span>
      </PageHead>
      <Panel title={`${due.length} việc phải báo cáo Sở Nội vụ`} padded={false}>
        {due.length === 0 ? (
          <Empty title="Không còn việc nào phải báo cáo.">
            Tiếp nhận và chuyển ra ngoài tỉnh báo cáo trong 10 ngày làm việc (Quy chế, Điều 22 khoản 5).
          </Empty>
        ) : (
          <DueTable due={due} />
        )}
      </Panel>
      <ListPanel
        spec={MOVEMENT_LIST}
        ask={ask}
        page={list}
        columns={MOVEMENT_COLUMNS}
        keyOf={({ id }) => id}
        cells={movementCells}
        title={`${list.total.toLocaleString('vi')} biến động`}
        searchLabel="Tên hoặc số CCCD"
        fields={[
          ...(units.length > 1 ? [{ kind: 'unit' as const, name: 'unit', label: 'Đơn vị', units, value: unit }] : []),
          { kind: 'choice', name: 'kind', label: 'Biến động', choices: KINDS, value: kind },
          { kind: 'choice', name: 'state', label: 'Tình hình', choices: STATES, value: state },
          { kind: 'words', name: 'month', label: 'Tháng', value: month && sayMonth(month) },
        ]}
        views={views}
        empty={{
          title: 'Chưa có biến động nào trong danh sách này.',
          children: 'Ghi biến động ở trang của từng người.',
        }}
        noun="biến động"
      />
    </>
  )
}

const KINDS = MOVEMENT_KINDS.map((value) => ({ value, label: movementLabel(value) }))
const STATES = Object.entries(MOVEMENT_STATES).map(([value, { word: label }]) => ({ value, label }))
