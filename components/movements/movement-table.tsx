import Link from 'next/link'
import { CARDS } from '@/components/ui/card-roles'
import { StateChip } from '@/components/ui/chip'
import { sayDay } from '@/lib/domain/calendar'
import { movementLabel } from '@/lib/domain/movements/movement-kinds'

type Listed = {
  id: string
  kind: string
  person: string
  day: string
  basis: string
  from: string
  to: string | null
  undone: boolean
  inEffect: boolean
  mustReport: boolean
  reportedOn: string | null
}

/** What happened to whom, from where to where, on which decision. */
export function MovementTable({ movements, label }: { movements: readonly Listed[]; label: string }) {
  return (
    <table {...CARDS.table} className="cards" aria-label={label}>
      <thead {...CARDS.group}>
        <tr {...CARDS.row}>
          <th {...CARDS.columnHead}>Người</th>
          <th {...CARDS.columnHead}>Biến động</th>
          <th {...CARDS.columnHead}>Từ ngày</th>
          <th {...CARDS.columnHead}>Từ – đến</th>
          <th {...CARDS.columnHead}>Quyết định</th>
          <th {...CARDS.columnHead}>Tình hình</th>
        </tr>
      </thead>
      <tbody {...CARDS.group}>
        {movements.map((one) => (
          <tr key={one.id} {...CARDS.row}>
            <th {...CARDS.rowHead}>
              <Link href={`/movements/${one.id}`} prefetch={false}>
                {one.person}
              </Link>
            </th>
            <td {...CARDS.cell} data-l="Biến động">
              {movementLabel(one.kind)}
            </td>
            <td {...CARDS.cell} data-l="Từ ngày">
              {sayDay(one.day)}
            </td>
            <td {...CARDS.cell} data-l="Từ – đến" className="lines">
              {one.to === null ? one.from : `${one.from} → ${one.to}`}
            </td>
            <td {...CARDS.cell} data-l="Quyết định" className="lines">
              {one.basis}
            </td>
            <td {...CARDS.cell} data-l="Tình hình">
              <MovementState movement={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Taken back, waiting for its day, or in effect; whether it is reported where it must be. */
function MovementState({ movement }: { movement: Listed }) {
  if (movement.undone) return <StateChip state="returned">Đã hoàn tác</StateChip>
  if (!movement.inEffect) return <StateChip state="draft">Chờ đến ngày</StateChip>
  if (movement.mustReport && movement.reportedOn === null)
    return <StateChip state="submitted">Chưa báo cáo Sở</StateChip>
  return <StateChip state="approved">Có hiệu lực</StateChip>
}
