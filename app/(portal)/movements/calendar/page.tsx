import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHead } from '@/components/layout/page-head'
import { CalendarForm } from '@/components/movements/calendar-form'
import { CARDS } from '@/components/ui/card-roles'
import { Empty } from '@/components/ui/empty'
import { Panel } from '@/components/ui/panel'
import { WordsForm } from '@/components/views/words-form'
import { sayDay } from '@/lib/domain/calendar'
import { type Query, wordIn } from '@/lib/domain/list-query'
import { requireDoor } from '@/lib/server/access'
import { calendarOfYear } from '@/lib/server/movements/working-calendar'
import { removeDay, writeDay } from '../actions'

export const metadata: Metadata = { title: 'Lịch làm việc' }

/** Days off and days worked in exchange, by which deadlines in working days are counted. */
export default async function CalendarPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('movement.read', '/movements/calendar')
  const asked = Number(wordIn(await searchParams, 'year'))
  const year = asked >= 2000 && asked < 2100 ? Math.trunc(asked) : Number(actor.today.slice(0, 4))
  const { days, mayManage } = await calendarOfYear(actor, year)
  return (
    <>
      <PageHead
        title={`Lịch làm việc năm ${year}`}
        crumbs={[{ label: 'Biến động', href: '/movements' }]}
        lead="Thứ Bảy, Chủ nhật và những ngày nghỉ dưới đây không tính vào thời hạn theo ngày làm việc. Sở Nội vụ ghi theo thông báo của từng năm."
      >
        <span className="acts">
          <Link href={`/movements/calendar?year=${year - 1}`}>Năm {year - 1}</Link>
          <Link href={`/movements/calendar?year=${year + 1}`}>Năm {year + 1}</Link>
        </span>
      </PageHead>
      <Panel title={`${days.length} ngày`} padded={false}>
        {days.length === 0 ? (
          <Empty title={`Chưa ghi ngày nghỉ nào của năm ${year}.`}>Thời hạn chỉ trừ thứ Bảy và Chủ nhật.</Empty>
        ) : (
          <table {...CARDS.table} className="cards" aria-label={`Ngày nghỉ và làm bù năm ${year}`}>
            <thead {...CARDS.group}>
              <tr {...CARDS.row}>
                <th {...CARDS.columnHead}>Ngày</th>
                <th {...CARDS.columnHead}>Tên ngày</th>
                <th {...CARDS.columnHead}>Nghỉ hay làm</th>
                <th {...CARDS.columnHead}>Văn bản</th>
                {mayManage && <th {...CARDS.columnHead}>Xóa</th>}
              </tr>
            </thead>
            <tbody {...CARDS.group}>
              {days.map((one) => (
                <tr key={one.day} {...CARDS.row}>
                  <th {...CARDS.rowHead}>{sayDay(one.day)}</th>
                  <td {...CARDS.cell} data-l="Tên ngày">
                    {one.name}
                  </td>
                  <td {...CARDS.cell} data-l="Nghỉ hay làm">
                    {one.works ? 'Làm bù' : 'Nghỉ'}
                  </td>
                  <td {...CARDS.cell} data-l="Văn bản" className="lines">
                    {one.basis}
                  </td>
                  {mayManage && (
                    <td {...CARDS.cell} data-l="Xóa">
                      <WordsForm
                        id={one.day}
                        idName="day"
                        name="reason"
                        open="Xóa"
                        about={`ngày ${sayDay(one.day)}`}
                        label="Lý do xóa"
                        send="Xóa ngày này"
                        act={removeDay}
                      />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Panel>
      {mayManage && <CalendarForm write={writeDay} />}
    </>
  )
}
