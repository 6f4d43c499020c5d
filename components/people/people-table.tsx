import Link from 'next/link'
import { CARDS } from '@/components/ui/card-roles'
import { StateChip } from '@/components/ui/chip'
import { dayOf, sayDayMonth, sayInstant } from '@/lib/domain/calendar'
import type { PersonState } from '@/lib/domain/people-stages'

type Row = {
  personId: string
  recordId: string
  name: string
  unitName: string
  category: string
  filled: number
  missing: number
  hasUnsent: boolean
  confirmedAt: Date | null
  state: PersonState
  updatedAt: Date
}

/** People and where their records stand; the name leads to the record. */
export function PeopleTable({ rows, labelledBy }: { rows: readonly Row[]; labelledBy: string }) {
  return (
    <table {...CARDS.table} className="cards people-list" aria-labelledby={labelledBy}>
      <thead {...CARDS.group}>
        <tr {...CARDS.row}>
          <th {...CARDS.columnHead}>Họ và tên</th>
          <th {...CARDS.columnHead}>Đơn vị</th>
          <th {...CARDS.columnHead}>Đối tượng</th>
          <th {...CARDS.columnHead} className="num">
            Đã ghi
          </th>
          <th {...CARDS.columnHead} className="num">
            Còn thiếu
          </th>
          <th {...CARDS.columnHead}>Trạng thái</th>
          <th {...CARDS.columnHead}>Cập nhật</th>
        </tr>
      </thead>
      <tbody {...CARDS.group}>
        {rows.map((row) => (
          <PersonLine key={row.personId} {...row} />
        ))}
      </tbody>
    </table>
  )
}

function PersonLine({
  recordId,
  name,
  unitName,
  category,
  filled,
  missing,
  hasUnsent,
  confirmedAt,
  state,
  updatedAt,
}: Row) {
  const changed = hasUnsent && (state === 'approved' || state === 'synced')
  return (
    <tr {...CARDS.row}>
      <th {...CARDS.rowHead}>
        <Link href={`/records/${recordId}`}>{name}</Link>
      </th>
      <td {...CARDS.cell} data-l="Đơn vị">
        {unitName}
      </td>
      <td {...CARDS.cell} data-l="Đối tượng">
        {category}
      </td>
      <td {...CARDS.cell} data-l="Đã ghi" className="num">
        {filled}
      </td>
      <td {...CARDS.cell} data-l="Còn thiếu" className="num">
        {missing === 0 ? <span className="mute">0</span> : <b>{missing}</b>}
      </td>
      <td {...CARDS.cell} data-l="Trạng thái">
        <div>
          <StateChip state={state} />
          {changed && <span className="meta block">có thay đổi chưa gửi</span>}
          {!changed && confirmedAt && <span className="meta block">xác nhận {sayDayMonth(dayOf(confirmedAt))}</span>}
        </div>
      </td>
      <td {...CARDS.cell} data-l="Cập nhật" className="soft">
        <time dateTime={updatedAt.toISOString()}>{sayInstant(updatedAt)}</time>
      </td>
    </tr>
  )
}
