import Link from 'next/link'
import { CARDS } from '@/components/ui/card-roles'
import { StateChip } from '@/components/ui/chip'
import { sayDay } from '@/lib/domain/calendar'
import { movementLabel } from '@/lib/domain/movements/movement-kinds'
import type { Urgency } from '@/lib/domain/movements/working-days'

type Due = {
  id: string
  kind: string
  person: string
  from: string
  to: string | null
  decidedOn: string
  due: string
  urgency: Urgency
}

/** Word, icon and tint of a report that is due. */
export function UrgencyChip({ urgency }: { urgency: Urgency }) {
  switch (urgency) {
    case 'reported':
      return <StateChip state="approved">Đã báo cáo</StateChip>
    case 'late':
      return <StateChip state="error">Quá hạn</StateChip>
    case 'soon':
      return <StateChip state="returned">Sắp hết hạn</StateChip>
    default:
      return <StateChip state="submitted">Còn hạn</StateChip>
  }
}

/** Receptions and transfers out that Sở Nội vụ has not been told of, the oldest first. */
export function DueTable({ due }: { due: readonly Due[] }) {
  return (
    <table {...CARDS.table} className="cards" aria-label="Phải báo cáo Sở Nội vụ">
      <thead {...CARDS.group}>
        <tr {...CARDS.row}>
          <th {...CARDS.columnHead}>Người</th>
          <th {...CARDS.columnHead}>Biến động</th>
          <th {...CARDS.columnHead}>Đơn vị</th>
          <th {...CARDS.columnHead}>Ngày quyết định</th>
          <th {...CARDS.columnHead}>Hạn báo cáo</th>
          <th {...CARDS.columnHead}>Tình hình</th>
        </tr>
      </thead>
      <tbody {...CARDS.group}>
        {due.map((one) => (
          <tr key={one.id} {...CARDS.row}>
            <th {...CARDS.rowHead}>
              <Link href={`/movements/${one.id}`} prefetch={false}>
                {one.person}
              </Link>
            </th>
            <td {...CARDS.cell} data-l="Biến động">
              {movementLabel(one.kind)}
            </td>
            <td {...CARDS.cell} data-l="Đơn vị" className="lines">
              {one.to === null ? one.from : `${one.from} → ${one.to}`}
            </td>
            <td {...CARDS.cell} data-l="Ngày quyết định">
              {sayDay(one.decidedOn)}
            </td>
            <td {...CARDS.cell} data-l="Hạn báo cáo">
              {sayDay(one.due)}
            </td>
            <td {...CARDS.cell} data-l="Tình hình">
              <UrgencyChip urgency={one.urgency} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
