import Link from 'next/link'
import type { ClockLevel } from '@/lib/domain/exchange/waits'
import { CLOCK_WORDS } from '@/lib/domain/exchange/waits'

type Row = { recordId: string; deliveryId: string | null; name: string; level: ClockLevel | null }

/** What of a waiting record's row is more than words: where it is looked into, and how its clock stands. */
export const stuckCells = {
  name: ({ recordId, deliveryId, name }: Row) => (
    <Link href={deliveryId === null ? `/records/${recordId}` : `/pushes/${deliveryId}`} prefetch={false}>
      {name}
    </Link>
  ),
  level: ({ level }: Row) => level && <ClockWord level={level} />,
}

/** Amber and red are said by words too. */
export const ClockWord = ({ level }: { level: ClockLevel }) => (
  <span className={`whitespace-nowrap ${level === 'late' ? 'bad' : level === 'soon' ? 'warn' : 'soft'}`}>
    {CLOCK_WORDS[level]}
  </span>
)
