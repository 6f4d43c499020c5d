import { CardsTable } from '@/components/ui/cards-table'
import { StateChip } from '@/components/ui/chip'
import { sayDay } from '@/lib/domain/calendar'
import { movementLabel } from '@/lib/domain/movements/movement-kinds'
import type { Urgency } from '@/lib/domain/movements/working-days'
import { movementCells, sayUnits } from './movement-cells'

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
    <CardsTable
      label="Phải báo cáo Sở Nội vụ"
      rows={due}
      keyOf={({ id }) => id}
      columns={[
        { head: 'Người', of: movementCells.person },
        { head: 'Biến động', of: ({ kind }) => movementLabel(kind) },
        { head: 'Đơn vị', lines: true, of: sayUnits },
        { head: 'Ngày quyết định', of: ({ decidedOn }) => sayDay(decidedOn) },
        { head: 'Hạn báo cáo', of: ({ due: last }) => sayDay(last) },
        { head: 'Tình hình', of: ({ urgency }) => <UrgencyChip urgency={urgency} /> },
      ]}
    />
  )
}
