import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { DueTable } from '@/components/movements/due-table'
import { MovementTable } from '@/components/movements/movement-table'
import { ListPager } from '@/components/people/list-pager'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Panel } from '@/components/ui/panel'
import { sayInstant } from '@/lib/domain/calendar'
import { pageIn, type Query, rowsOf } from '@/lib/domain/list-query'
import { mayAnywhere } from '@/lib/domain/policy'
import { requireDoor } from '@/lib/server/access'
import { now } from '@/lib/server/clock'
import { movementList, reportsDue } from '@/lib/server/movements/movement-list'

export const metadata: Metadata = { title: 'Biến động' }

/** Who came, moved and went, and what of it Sở Nội vụ must still be told. */
export default async function MovementsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('movement.read', '/movements')
  const page = pageIn(await searchParams)
  const [due, { total, rows }] = await Promise.all([reportsDue(actor), movementList(actor, rowsOf(page))])
  return (
    <>
      <PageHead
        title="Biến động"
        crumbs={[{ label: 'Hồ sơ', href: '/records' }]}
        lead="Mở một người trong danh sách hồ sơ để ghi tuyển dụng, chuyển, biệt phái, nghỉ hưu, thôi việc."
        asOf={`Số liệu lúc ${sayInstant(now())}`}
      >
        <ButtonLink look="small" icon="clock" href="/movements/calendar">
          Lịch làm việc
        </ButtonLink>
        {mayAnywhere(actor, 'handover.receive') && (
          <ButtonLink look="small" href="/movements/receive">
            Nhận gói bàn giao
          </ButtonLink>
        )}
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
      <Panel title={`${total.toLocaleString('vi')} biến động`} padded={false}>
        {rows.length === 0 ? (
          <Empty title="Chưa ghi biến động nào.">Các biến động của đơn vị hiện ở đây, mới nhất trước.</Empty>
        ) : (
          <>
            <MovementTable movements={rows} label="Biến động" />
            <ListPager path="/movements" filter={{}} page={page} shown={rows.length} total={total} noun="biến động" />
          </>
        )}
      </Panel>
    </>
  )
}
