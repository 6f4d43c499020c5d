import Link from 'next/link'
import { StateChip } from '@/components/ui/chip'
import { dayOf, sayDayMonth } from '@/lib/domain/calendar'
import type { PersonState } from '@/lib/domain/people-stages'

type Row = {
  recordId: string
  name: string
  missing: number
  hasUnsent: boolean
  confirmedAt: Date | null
  state: PersonState
}

/** What of a person's row is more than words: the name leads to the record, the state is a chip. */
export const peopleCells = {
  name: ({ recordId, name }: Row) => <Link href={`/records/${recordId}`}>{name}</Link>,
  missing: ({ missing }: Row) => (missing === 0 ? <span className="mute">0</span> : <b>{missing}</b>),
  state: ({ state, hasUnsent, confirmedAt }: Row) => {
    const changed = hasUnsent && (state === 'approved' || state === 'synced')
    return (
      <div>
        <StateChip state={state} />
        {changed && <span className="meta block">có thay đổi chưa gửi</span>}
        {!changed && confirmedAt && <span className="meta block">xác nhận {sayDayMonth(dayOf(confirmedAt))}</span>}
      </div>
    )
  },
}
