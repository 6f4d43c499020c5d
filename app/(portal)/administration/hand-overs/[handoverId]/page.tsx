import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { PrintButton } from '@/components/people/print-button'
import { CARDS } from '@/components/ui/card-roles'
import { Facts } from '@/components/ui/facts'
import { Panel } from '@/components/ui/panel'
import { sayDay, sayInstant } from '@/lib/domain/calendar'
import { isId } from '@/lib/domain/list-query'
import { Refusal } from '@/lib/domain/refusal'
import { ROLE_WORDS } from '@/lib/domain/role-words'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { handoverPage } from '@/lib/server/people/hand-over'

export const metadata: Metadata = { title: 'Biên bản bàn giao' }

/** What was handed over, for both to sign on paper. */
export default async function HandoverPage({ params }: { params: Promise<{ handoverId: string }> }) {
  const { handoverId } = await params
  const address = `/administration/hand-overs/${handoverId}`
  const actor = await requireDoor('account.manage', address)
  const { fromName, toName, documentNo, day, items, closed, byName, at } = await orNotFound(actor, address, () => {
    if (!isId(handoverId)) throw new Refusal('notFound', {})
    return handoverPage(actor, handoverId)
  })
  return (
    <>
      <header className="on-paper">
        <b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b>
        <b>Độc lập - Tự do - Hạnh phúc</b>
        <i>
          Đồng Tháp, ngày {day.slice(8)} tháng {day.slice(5, 7)} năm {day.slice(0, 4)}
        </i>
      </header>
      <PageHead title="Biên bản bàn giao việc quản trị" crumbs={[{ label: 'Quản trị', href: '/administration' }]}>
        <PrintButton>In biên bản</PrintButton>
      </PageHead>
      <Panel title="Bàn giao">
        <Facts
          of={[
            ['Người giao', fromName],
            ['Người nhận', toName],
            ['Theo văn bản', documentNo],
            ['Ngày bàn giao', sayDay(day)],
            ['Ghi nhận', `${byName}, ${sayInstant(at)}`],
            ['Tài khoản người giao', closed ? 'đã ngừng' : 'không còn quyền quản trị; còn vai trò cá nhân'],
          ]}
        />
      </Panel>
      <Panel title="Những gì đã bàn giao" padded={false}>
        <table {...CARDS.table} className="cards" aria-label="Những gì đã bàn giao">
          <thead {...CARDS.group}>
            <tr {...CARDS.row}>
              <th {...CARDS.columnHead}>Vai trò</th>
              <th {...CARDS.columnHead}>Tại đơn vị</th>
              <th {...CARDS.columnHead}>Đến hết</th>
            </tr>
          </thead>
          <tbody {...CARDS.group}>
            {items.map(({ role, unit, until }) => (
              <tr key={`${role} ${unit}`} {...CARDS.row}>
                <th {...CARDS.rowHead}>{ROLE_WORDS[role]}</th>
                <td {...CARDS.cell} data-l="Tại đơn vị">
                  {unit}
                </td>
                <td {...CARDS.cell} data-l="Đến hết">
                  {until === null ? 'khi thu hồi' : sayDay(until)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
      <Panel title="Ký nhận">
        <div className="signed-by-both">
          <p>
            <b>NGƯỜI GIAO</b>
            <i>(Ký, ghi rõ họ tên)</i>
            <b>{fromName}</b>
          </p>
          <p>
            <b>NGƯỜI NHẬN</b>
            <i>(Ký, ghi rõ họ tên)</i>
            <b>{toName}</b>
          </p>
        </div>
      </Panel>
    </>
  )
}
