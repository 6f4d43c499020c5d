import Link from 'next/link'
import { sayMonth } from '@/lib/domain/batch-words'

type Unit = { unitId: string; name: string; people: number }

/** Units that let the last days of the month pass without their head's signature; from the first day of the next. */
export function OverdueUnits({ units, month, linked }: { units: readonly Unit[]; month: string; linked: boolean }) {
  if (units.length === 0) return null
  return (
    <section className="panel mt-4" aria-labelledby="overdue">
      <header>
        <h2 id="overdue">
          {units.length.toLocaleString('vi')} đơn vị chưa ký duyệt tháng {sayMonth(month)}
        </h2>
        <span className="meta">Quá hạn (Quy chế, Điều 12)</span>
      </header>
      <ul className="panel-body">
        {units.map(({ unitId, name, people }) => (
          <li key={unitId}>
            {linked ? <Link href={`/approvals?unit=${unitId}`}>{name}</Link> : name}: {people.toLocaleString('vi')}{' '}
            người
          </li>
        ))}
      </ul>
    </section>
  )
}
