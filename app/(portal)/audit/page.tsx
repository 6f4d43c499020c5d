import type { Metadata } from 'next'
import { AuditFilter } from '@/components/audit/audit-filter'
import { AuditTable } from '@/components/audit/audit-table'
import { PageHead } from '@/components/layout/page-head'
import { ListPager } from '@/components/people/list-pager'
import { Empty } from '@/components/ui/empty'
import { isRealDay, readPartialDay } from '@/lib/catalogue/days'
import { sayInstant } from '@/lib/domain/calendar'
import { pageIn, type Query, rowsOf, wordIn } from '@/lib/domain/list-query'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { auditLog } from '@/lib/server/audit-log'
import { ACTION_LABELS } from '@/lib/server/audit-words'
import { now } from '@/lib/server/clock'

export const metadata: Metadata = { title: 'Nhật ký' }

/** Who did or saw what. Each reading is itself an entry. */
export default async function AuditPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('audit.read', '/audit')
  const query = await searchParams
  const page = pageIn(query)
  const typed = {
    from: wordIn(query, 'from'),
    until: wordIn(query, 'until'),
    action: wordIn(query, 'action'),
    doer: wordIn(query, 'doer'),
    subject: wordIn(query, 'subject'),
  }
  const [from, until] = [dayOf(typed.from), dayOf(typed.until)]
  const filter = { ...typed, from: from ?? '', until: until ?? '' }
  const { total, events } = await orNotFound(actor, '/audit', () => auditLog(actor, filter, rowsOf(page), now()))
  return (
    <>
      <PageHead
        title="Nhật ký"
        lead="Ai đã làm gì, xem gì. Mỗi lần xem nhật ký cũng được ghi lại."
        asOf={`Số liệu lúc ${sayInstant(now())}`}
      />
      <section className="panel" aria-labelledby="events">
        <AuditFilter
          heading={`${total.toLocaleString('vi')} việc`}
          headingId="events"
          actions={Object.entries(ACTION_LABELS).map(([value, label]) => ({ value, label }))}
          filter={typed}
          faults={{ from: from === null ? NO_DAY : undefined, until: until === null ? NO_DAY : undefined }}
        />
        {events.length === 0 ? (
          <Empty title="Không có việc nào khớp.">Bỏ bớt điều kiện lọc, hoặc xem thêm ngày.</Empty>
        ) : (
          <AuditTable events={events} labelledBy="events" />
        )}
        <ListPager path="/audit" filter={typed} page={page} shown={events.length} total={total} noun="việc" />
      </section>
    </>
  )
}

const NO_DAY = 'Không có ngày này. Ví dụ 27/11/2026.'

/** The day typed as dd/mm/yyyy; empty when none was, null when it is no day. */
function dayOf(typed: string): string | null {
  const day = readPartialDay(typed)
  if (day === null) return ''
  return isRealDay(day) ? day : null
}
