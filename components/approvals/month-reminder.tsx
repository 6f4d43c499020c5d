import Link from 'next/link'
import { Notice } from '@/components/ui/notice'
import { sayMonth } from '@/lib/domain/batch-words'

type Unit = { unitId: string; name: string }

/** In the last days of the month: which of one's own units have not closed it yet. */
export function MonthReminder({ units, month, left }: { units: readonly Unit[]; month: string; left: number }) {
  if (units.length === 0) return null
  return (
    <Notice look="warn" icon="cal" title={`Còn ${left} ngày ký duyệt tháng ${sayMonth(month)}.`}>
      Chưa chốt tháng:{' '}
      {units.map(({ unitId, name }, index) => (
        <span key={unitId}>
          {index > 0 && ', '}
          <Link href={`/approvals?unit=${unitId}`}>{name}</Link>
        </span>
      ))}
      .
    </Notice>
  )
}
