import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { ExportLink } from '@/components/lists/export-link'
import { ListPanel } from '@/components/lists/list-panel'
import { PrintButton } from '@/components/people/print-button'
import { DecisionTable } from '@/components/raises/decision-table'
import { raiseCells } from '@/components/raises/raise-cells'
import { RaiseForm } from '@/components/raises/raise-form'
import { Empty } from '@/components/ui/empty'
import { Panel } from '@/components/ui/panel'
import { sayDay, sayInstant } from '@/lib/domain/calendar'
import { listHref, type Query } from '@/lib/domain/list-query'
import { readAsk } from '@/lib/domain/lists/list-spec'
import { RAISE_LIST } from '@/lib/domain/lists/raise-list-spec'
import { mayAnywhere } from '@/lib/domain/policy'
import { RAISE_WORDS } from '@/lib/domain/raises/raise-words'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { now } from '@/lib/server/clock'
import { meritUseOn } from '@/lib/server/raises/early-quota'
import { raiseDecisions } from '@/lib/server/raises/raise-decisions'
import { RAISE_COLUMNS, raiseList, raisesUntil } from '@/lib/server/raises/raise-list'
import { loadUnit, unitChoices } from '@/lib/server/units/unit-tree'
import { startJob } from '../jobs/actions'
import { listViews } from '../list-views'
import { giveRaises } from './actions'

export const metadata: Metadata = { title: 'Nâng lương' }

/** Who is due for a raise, why and from when; a decision for those who are chosen. */
export default async function RaisesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('raise.read', '/raises')
  const query = await searchParams
  const views = await listViews(actor, 'raises', query)
  const ask = readAsk(RAISE_LIST, query)
  const { unit: unitId, kind } = ask.filters
  const unit = unitId && (await orNotFound(actor, '/raises', () => loadUnit(actor, 'raise.read', unitId)))
  const [list, units, decisions] = await Promise.all([
    raiseList(actor, ask),
    unitChoices(actor, 'raise.read'),
    raiseDecisions(actor),
  ])
  const until = raisesUntil(ask, actor.today)
  const records = mayAnywhere(actor, 'raise.record')
  const free = list.rows.filter(({ draftAgrees }) => draftAgrees).length
  const whose = unit || (units.length === 1 ? units[0] : null)
  const quota = kind === 'merit' && whose ? await meritUseOn(whose.id, actor.today) : null
  return (
    <>
      <PageHead
        title="Nâng lương"
        crumbs={[{ label: 'Hồ sơ', href: '/records' }]}
        lead={`Ai đến hạn đến hết ${sayDay(until)}, tính từ bản hồ sơ đã duyệt.`}
        asOf={`Số liệu lúc ${sayInstant(now())}`}
      >
        <ExportLink list="raises" spec={RAISE_LIST} ask={ask} total={list.total} start={startJob} />
        <span className="acts">
          <PrintButton>In danh sách</PrintButton>
        </span>
      </PageHead>
      {quota && (
        <p className="meta">
          Nâng trước thời hạn vì thành tích năm {actor.today.slice(0, 4)} của {whose?.name}: được {quota.quota} người
          (10 % số người), đã ghi {quota.used}.
        </p>
      )}
      <ListPanel
        spec={RAISE_LIST}
        ask={ask}
        page={list}
        columns={RAISE_COLUMNS.filter(({ key }) => key !== 'unit' || units.length > 1)}
        keyOf={({ personId }) => personId}
        cells={raiseCells(records)}
        title={`${list.total.toLocaleString('vi')} người đến hạn`}
        searchLabel="Tên hoặc số CCCD"
        fields={[
          ...(units.length > 1 ? [{ kind: 'unit' as const, name: 'unit', label: 'Đơn vị', units, value: unitId }] : []),
          { kind: 'choice', name: 'kind', label: 'Loại', choices: KINDS, value: kind },
          { kind: 'day', name: 'until', label: 'Đến hết ngày', value: sayDay(until) },
        ]}
        views={views}
        empty={{
          title: 'Không có ai đến hạn trong thời gian này.',
          children: 'Chọn ngày xa hơn. Người chưa có bản hồ sơ được duyệt không tính được ở đây.',
        }}
        noun="người"
      />
      {records && free > 0 && <RaiseForm key={listHref('', { kind, unit: unitId })} count={free} give={giveRaises} />}
      <Panel title="Quyết định đã ghi" padded={false}>
        {decisions.length === 0 ? (
          <Empty title="Chưa ghi quyết định nào.">Chọn người trong danh sách trên rồi ghi số quyết định.</Empty>
        ) : (
          <DecisionTable decisions={decisions} />
        )}
      </Panel>
    </>
  )
}

const KINDS = Object.entries(RAISE_WORDS).map(([value, label]) => ({ value, label }))
