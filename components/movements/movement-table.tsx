import { CardsTable } from '@/components/ui/cards-table'
import { sayDay } from '@/lib/domain/calendar'
import { movementLabel } from '@/lib/domain/movements/movement-kinds'
import { movementState } from '@/lib/domain/movements/movement-words'
import { MovementChip, movementCells, sayUnits } from './movement-cells'

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
    <CardsTable
      label={label}
      rows={movements}
      keyOf={({ id }) => id}
      columns={[
        { head: 'Người', of: movementCells.person },
        { head: 'Biến động', of: ({ kind }) => movementLabel(kind) },
        { head: 'Từ ngày', of: ({ day }) => sayDay(day) },
        { head: 'Từ – đến', lines: true, of: sayUnits },
        { head: 'Quyết định', lines: true, of: ({ basis }) => basis },
        { head: 'Tình hình', of: (one) => <MovementChip state={movementState(one)} /> },
      ]}
    />
  )
}
