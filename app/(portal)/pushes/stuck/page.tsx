import type { Metadata } from 'next'
import { ExchangeTabs } from '@/components/exchange/exchange-tabs'
import { PageHead } from '@/components/layout/page-head'
import { ExportLink } from '@/components/lists/export-link'
import { ListPanel } from '@/components/lists/list-panel'
import { stuckCells } from '@/components/pushes/stuck-cells'
import { sayInstant } from '@/lib/domain/calendar'
import { WAIT_ON, WAITS } from '@/lib/domain/exchange/waits'
import type { Query } from '@/lib/domain/list-query'
import { readAsk } from '@/lib/domain/lists/list-spec'
import { STUCK_LIST } from '@/lib/domain/lists/stuck-list-spec'
import { requireDoor } from '@/lib/server/access'
import { now } from '@/lib/server/clock'
import { STUCK_COLUMNS, stuckList } from '@/lib/server/pushes/stuck-list'
import { unitChoices } from '@/lib/server/units/unit-tree'
import { startJob } from '../../jobs/actions'
import { listViews } from '../../list-views'

export const metadata: Metadata = { title: 'Đang kẹt' }

/** Everything between a change and the ministry's yes that waits on somebody, the longest first. */
export default async function StuckPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('push.read', '/pushes/stuck')
  const query = await searchParams
  const views = await listViews(actor, 'stuck', query)
  const ask = readAsk(STUCK_LIST, query)
  const { kind, on, unit } = ask.filters
  const [page, units] = await Promise.all([stuckList(actor, ask, now()), unitChoices(actor, 'push.read')])
  return (
    <>
      <PageHead
        title="Đang kẹt"
        crumbs={[{ label: 'Đồng bộ quốc gia', href: '/pushes' }]}
        lead="Mọi hồ sơ đang chờ ai đó, từ lúc gửi đến lúc Bộ nhận. Hạn đồng bộ tính theo ngày làm việc (NĐ 27/2026/NĐ-CP)."
        asOf={`Số liệu lúc ${sayInstant(now())}`}
      >
        <ExportLink list="stuck" spec={STUCK_LIST} ask={ask} total={page.total} start={startJob} />
      </PageHead>
      <ExchangeTabs current="stuck" actor={actor} />
      <ListPanel
        spec={STUCK_LIST}
        ask={ask}
        page={page}
        columns={STUCK_COLUMNS}
        keyOf={({ key }) => key}
        cells={stuckCells}
        title="Danh sách đang kẹt"
        searchLabel="Tên hoặc số CCCD"
        fields={[
          ...(units.length > 1 ? [{ kind: 'unit' as const, name: 'unit', label: 'Đơn vị', units, value: unit }] : []),
          { kind: 'choice', name: 'on', label: 'Chờ ai', choices: choicesOf(WAIT_ON), value: on },
          { kind: 'choice', name: 'kind', label: 'Đang kẹt ở đâu', choices: choicesOf(WAITS), value: kind },
        ]}
        views={views}
        empty={{
          title: 'Không hồ sơ nào đang chờ ai.',
          children: 'Hồ sơ bị trả lại, chờ kiểm, chờ ký hoặc chưa gửi được thì hiện ở đây.',
        }}
        noun="hồ sơ"
      />
    </>
  )
}

const choicesOf = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }))
