import type { Metadata } from 'next'
import { ChannelAlarms } from '@/components/exchange/channel-alarms'
import { ExchangeTabs } from '@/components/exchange/exchange-tabs'
import { PageHead } from '@/components/layout/page-head'
import { ExportLink } from '@/components/lists/export-link'
import { ListPanel } from '@/components/lists/list-panel'
import { CauseTable } from '@/components/pushes/cause-table'
import { deliveryCells } from '@/components/pushes/delivery-cells'
import { RepairForm } from '@/components/pushes/repair-form'
import { ResendForm } from '@/components/pushes/resend-form'
import { StateSum } from '@/components/pushes/state-sum'
import { UnitTasks } from '@/components/pushes/unit-tasks'
import { StateChip } from '@/components/ui/chip'
import { sayInstant } from '@/lib/domain/calendar'
import { type Cause, DELIVERY_STATES, DELIVERY_WORDS, sayCause } from '@/lib/domain/delivery-words'
import { alarmsOf } from '@/lib/domain/exchange/alarms'
import type { Query } from '@/lib/domain/list-query'
import { DELIVERY_LIST, type DeliveryAsk } from '@/lib/domain/lists/delivery-list-spec'
import { isNarrowed, readAsk } from '@/lib/domain/lists/list-spec'
import { mayAnywhere } from '@/lib/domain/policy'
import type { DeliveryState } from '@/lib/domain/push'
import { requireDoor } from '@/lib/server/access'
import { now } from '@/lib/server/clock'
import { channelFigures } from '@/lib/server/exchange/channel-figures'
import { DELIVERY_COLUMNS, deliveryList } from '@/lib/server/pushes/delivery-list'
import { pushFigures } from '@/lib/server/pushes/push-figures'
import { repairChoices } from '@/lib/server/pushes/repair-group'
import { unitChoices } from '@/lib/server/units/unit-tree'
import { startJob } from '../jobs/actions'
import { listViews } from '../list-views'
import { repairDeliveries, resendDeliveries } from './actions'

export const metadata: Metadata = { title: 'Đồng bộ quốc gia' }

export default async function PushesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('push.read', '/pushes')
  const query = await searchParams
  const views = await listViews(actor, 'deliveries', query)
  const ask = readAsk(DELIVERY_LIST, query)
  const { state, cause = null, unit } = ask.filters
  // The channel is everybody's: its troubles are for who can do something about them.
  const seesChannel = mayAnywhere(actor, 'exchange.read')
  const [page, { counts, causes, resendable, units: tasks }, repair, units, channel] = await Promise.all([
    deliveryList(actor, ask),
    pushFigures(actor, cause),
    repairChoices(actor, cause),
    unitChoices(actor, 'push.read'),
    seesChannel ? channelFigures() : null,
  ])
  const narrowed = isNarrowed(ask)
  const waiting = counts.waiting + counts.sending
  return (
    <>
      <PageHead
        title={titleOf(ask, causes, page.total)}
        crumbs={narrowed ? [{ label: 'Đồng bộ quốc gia', href: '/pushes?all=1' }] : []}
        chip={causes.length > 0 && <StateChip state="error">{causes.length} nhóm lỗi</StateChip>}
        asOf={`Số liệu lúc ${sayInstant(now())}`}
      >
        <ExportLink list="deliveries" spec={DELIVERY_LIST} ask={ask} total={page.total} start={startJob} />
      </PageHead>
      <ExchangeTabs current="pushes" actor={actor} />
      {channel && <ChannelAlarms alarms={alarmsOf(channel, now())} />}
      {!narrowed && <StateSum counts={counts} />}
      {causes.length > 0 && (
        <CauseTable
          causes={causes}
          open={cause}
          aside={`Bộ đã nhận ${counts.accepted.toLocaleString('vi')}, đang chờ gửi ${waiting.toLocaleString('vi')}`}
        />
      )}
      {cause !== null && tasks.length > 1 && <UnitTasks cause={cause} units={tasks} />}
      {cause !== null && repair && (
        <RepairForm key={`repair ${cause}`} cause={cause} choices={repair} repair={repairDeliveries} />
      )}
      {cause !== null && (
        <ResendForm
          key={cause}
          title="Gửi lại cả nhóm"
          which={{ cause }}
          count={resendable}
          resend={resendDeliveries}
        />
      )}
      <ListPanel
        spec={DELIVERY_LIST}
        ask={ask}
        page={page}
        columns={DELIVERY_COLUMNS}
        keyOf={({ id }) => id}
        cells={deliveryCells}
        title="Danh sách gửi"
        searchLabel="Tên hoặc số CCCD"
        fields={[
          ...(units.length > 1 ? [{ kind: 'unit' as const, name: 'unit', label: 'Đơn vị', units, value: unit }] : []),
          { kind: 'choice', name: 'state', label: 'Trạng thái', choices: STATES, value: state },
        ]}
        carried={{ cause }}
        views={views}
        empty={{ title: 'Chưa có bản nào trong danh sách này.', children: 'Bản được ký duyệt thì tự vào hàng gửi.' }}
        noun="bản"
      />
    </>
  )
}

const STATES = DELIVERY_STATES.map((value) => ({ value, label: DELIVERY_WORDS[value].word }))

function titleOf({ filters: { state, cause } }: DeliveryAsk, causes: readonly Cause[], total: number): string {
  const opened = causes.find(({ key }) => key === cause)
  if (opened) return sayCause(opened)
  if (state) return `${total.toLocaleString('vi')} bản: ${DELIVERY_WORDS[state as DeliveryState].word}`
  return 'Đồng bộ quốc gia'
}
