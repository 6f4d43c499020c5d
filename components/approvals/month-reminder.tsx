import Link from 'next/link'
import { Notice } from '@/components/ui/notice'
import { sayMonth } from '@/lib/domain/batch-words'
import { OpenMonth } from './open-batch-form'

type Unit = { unitId: string; name: string }

type MonthReminderProps = {
  units: readonly Unit[]
  month: string
  left: number
  /** For the head, who closes the month from here; what is in it is read before it is signed. */
  open?: Parameters<typeof OpenMonth>[0]['open']
}

/** In the last days of the month: which of one's own units have not closed it yet. */
export function MonthReminder({ units, month, left, open }: MonthReminderProps) {
  if (units.length === 0) return null
  const [only, ...others] = units
  return (
    <>
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
      {open && only && others.length === 0 && (
        <div className="acts mt-2 mb-4">
          <OpenMonth small unitId={only.unitId} open={open} act={`Chốt tháng ${sayMonth(month)}`} />
        </div>
      )}
    </>
  )
}
