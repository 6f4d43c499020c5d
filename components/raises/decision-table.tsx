import Link from 'next/link'
import { CardsTable } from '@/components/ui/cards-table'
import { sayDay, sayInstant } from '@/lib/domain/calendar'

type Decision = {
  id: string
  documentNo: string
  decidedOn: string
  byName: string
  at: Date
  count: number
  open: number
}

/** The decisions written last. */
export function DecisionTable({ decisions }: { decisions: readonly Decision[] }) {
  return (
    <CardsTable
      label="Quyết định đã ghi"
      rows={decisions}
      keyOf={({ id }) => id}
      columns={[
        { head: 'Quyết định', of: ({ id, documentNo }) => <Link href={`/raises/${id}`}>{documentNo}</Link> },
        { head: 'Ngày ký', of: ({ decidedOn }) => sayDay(decidedOn) },
        { head: 'Số người', of: ({ count }) => count },
        { head: 'Chưa duyệt', of: ({ open }) => open },
        { head: 'Người ghi', of: ({ byName }) => byName },
        { head: 'Ghi lúc', of: ({ at }) => sayInstant(at) },
      ]}
    />
  )
}
