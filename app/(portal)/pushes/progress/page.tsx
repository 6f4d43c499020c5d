import type { Metadata } from 'next'
import Link from 'next/link'
import { ExchangeTabs } from '@/components/exchange/exchange-tabs'
import { ProgressTable } from '@/components/exchange/progress-table'
import { PageHead } from '@/components/layout/page-head'
import { Empty } from '@/components/ui/empty'
import { Panel } from '@/components/ui/panel'
import { isRealDay } from '@/lib/catalogue/days'
import { sayDay, sayInstant } from '@/lib/domain/calendar'
import { PROGRESS_BASIS } from '@/lib/domain/exchange/progress'
import { type Query, wordIn } from '@/lib/domain/list-query'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { now } from '@/lib/server/clock'
import { keptProgress, progressOf } from '@/lib/server/exchange/progress-page'

export const metadata: Metadata = { title: 'Tiến độ đồng bộ' }

/** How far each unit is, as the ministry publishes it: now, or as kept for one of its days. */
export default async function ProgressPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('exchange.read', '/pushes/progress')
  const asked = wordIn(await searchParams, 'day')
  const day = isRealDay(asked) ? asked : null
  const [{ asOf, rows }, kept] = await Promise.all([
    orNotFound(actor, '/pushes/progress', () => progressOf(actor, day, now())),
    keptProgress(),
  ])
  const file = (format: string) => `/api/progress/${day ?? 'now'}?format=${format}`
  return (
    <>
      <PageHead
        title={day === null ? 'Tiến độ đồng bộ' : `Tiến độ đồng bộ ngày ${sayDay(day)}`}
        crumbs={[
          { label: 'Đồng bộ quốc gia', href: '/pushes' },
          ...(day === null ? [] : [{ label: 'Tiến độ đồng bộ', href: '/pushes/progress' }]),
        ]}
        lead={`Cán bộ, công chức, viên chức đang làm việc. Bộ Nội vụ công bố 12:00 thứ Hai, thứ Tư, thứ Sáu (${PROGRESS_BASIS}); cổng lưu bảng lúc 11:30 những ngày đó.`}
        asOf={`Số liệu lúc ${sayInstant(asOf)}`}
      >
        <span className="acts">
          {/* A file, not a page: the browser saves it. */}
          <a href={file('xlsx')} download>
            Tải XLSX
          </a>
          <a href={file('pdf')} download>
            Tải PDF
          </a>
        </span>
      </PageHead>
      <ExchangeTabs current="progress" actor={actor} />
      <Panel title={`${rows.length.toLocaleString('vi')} đơn vị`} padded={false}>
        <ProgressTable rows={rows} />
      </Panel>
      <Panel title="Bảng đã lưu">
        {kept.length === 0 ? (
          <Empty title="Chưa lưu bảng nào.">Bảng đầu tiên được lưu lúc 11:30 thứ Hai, thứ Tư hoặc thứ Sáu tới.</Empty>
        ) : (
          <ul>
            {kept.map((one) => (
              <li key={one.day}>
                <Link href={`/pushes/progress?day=${one.day}`}>Ngày {sayDay(one.day)}</Link>
                <span className="meta"> lưu lúc {sayInstant(one.asOf)}</span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </>
  )
}
