import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { CauseTable } from '@/components/pushes/cause-table'
import { DeliveryFilter } from '@/components/pushes/delivery-filter'
import { DeliveryTable } from '@/components/pushes/delivery-table'
import { pushesHref } from '@/components/pushes/pushes-href'
import { ResendForm } from '@/components/pushes/resend-form'
import { StateSum } from '@/components/pushes/state-sum'
import { StateChip } from '@/components/ui/chip'
import { Pager } from '@/components/ui/data-table'
import { Empty } from '@/components/ui/empty'
import { sayInstant } from '@/lib/domain/calendar'
import { DELIVERY_STATES, DELIVERY_WORDS, sayCause } from '@/lib/domain/delivery-words'
import { requireDoor } from '@/lib/server/access'
import { now } from '@/lib/server/clock'
import { type PushFilter, type PushList, pushList, ROWS_A_PAGE } from '@/lib/server/pushes/list'
import { resendDeliveries } from './actions'

export const metadata: Metadata = { title: 'Đồng bộ quốc gia' }

type Query = Promise<Record<string, string | string[] | undefined>>

export default async function PushesPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireDoor('push.read', '/pushes')
  const filter = filterFrom(await searchParams)
  const list = await pushList(actor, filter)
  const { counts, causes, rows, total, units, resendable } = list
  const filtered = filter.state !== null || filter.cause !== null || filter.unitId !== null
  const title = titleOf(filter, list)
  const view = { state: filter.state, cause: filter.cause, unit: filter.unitId }
  const first = (filter.page - 1) * ROWS_A_PAGE + 1
  const last = first + rows.length - 1
  const waiting = counts.waiting + counts.sending
  return (
    <>
      <PageHead
        title={title}
        crumbs={filtered ? [{ label: 'Đồng bộ quốc gia', href: '/pushes' }] : []}
        chip={causes.length > 0 && <StateChip state="error">{causes.length} nhóm lỗi</StateChip>}
        asOf={`Số liệu lúc ${sayInstant(now())}`}
      />
      {!filtered && <StateSum counts={counts} />}
      {causes.length > 0 && (
        <CauseTable
          causes={causes}
          open={filter.cause}
          aside={`Bộ đã nhận ${counts.accepted.toLocaleString('vi')}, đang chờ gửi ${waiting.toLocaleString('vi')}`}
        />
      )}
      {filter.cause !== null && (
        <ResendForm
          key={filter.cause}
          title="Gửi lại cả nhóm"
          which={{ cause: filter.cause }}
          count={resendable}
          resend={resendDeliveries}
        />
      )}
      <section className="panel" aria-labelledby="deliveries">
        <DeliveryFilter
          heading="Danh sách gửi"
          headingId="deliveries"
          state={filter.state}
          units={units}
          unit={filter.unitId}
          filtered={filtered}
        />
        {rows.length === 0 ? (
          <Empty title="Chưa có bản nào trong danh sách này.">Bản được ký duyệt thì tự vào hàng gửi.</Empty>
        ) : (
          <>
            <DeliveryTable rows={rows} labelledBy="deliveries" />
            <Pager
              from={first}
              to={last}
              of={total}
              noun="bản"
              previous={filter.page > 1 ? pushesHref({ ...view, page: filter.page - 1 }) : undefined}
              next={last < total ? pushesHref({ ...view, page: filter.page + 1 }) : undefined}
            />
          </>
        )}
      </section>
    </>
  )
}

function titleOf({ state, cause }: PushFilter, { causes, total }: PushList): string {
  const opened = causes.find(({ key }) => key === cause)
  if (opened) return sayCause(opened)
  if (state) return `${total.toLocaleString('vi')} bản: ${DELIVERY_WORDS[state].word}`
  return 'Đồng bộ quốc gia'
}

function filterFrom(query: Awaited<Query>): PushFilter {
  const word = (name: string) => (typeof query[name] === 'string' && query[name] !== '' ? query[name] : null)
  const unitId = word('unit')
  const page = Number(word('page') ?? 1)
  return {
    state: DELIVERY_STATES.find((state) => state === word('state')) ?? null,
    cause: word('cause'),
    unitId: unitId && UUID.test(unitId) ? unitId : null,
    page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1,
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
