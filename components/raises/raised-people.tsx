import Link from 'next/link'
import type { ReactNode } from 'react'
import { CardsTable } from '@/components/ui/cards-table'
import { sayDay } from '@/lib/domain/calendar'
import type { PayLevel } from '@/lib/domain/raises/next-raise'
import { RAISE_STATES, RAISE_WORDS, type RaiseState, sayLevel } from '@/lib/domain/raises/raise-words'
import type { RaiseKind } from '@/lib/domain/raises/raised'

type Line = {
  id: string
  recordId: string
  name: string
  unitName: string
  kind: RaiseKind
  rank: string
  from: PayLevel
  to: PayLevel
  effectiveOn: string
  state: RaiseState
  mayCancel: boolean
}

/** The list that goes with a decision. */
export function RaisedPeople({ lines, cancel }: { lines: readonly Line[]; cancel: (line: Line) => ReactNode }) {
  return (
    <CardsTable
      label="Người được nâng lương"
      rows={lines}
      keyOf={({ id }) => id}
      columns={[
        { head: 'Họ và tên', of: ({ recordId, name }) => <Link href={`/records/${recordId}`}>{name}</Link> },
        { head: 'Đơn vị', lines: true, of: ({ unitName }) => unitName },
        { head: 'Ngạch, chức danh', lines: true, of: ({ rank }) => rank },
        { head: 'Loại', lines: true, of: ({ kind }) => RAISE_WORDS[kind] },
        { head: 'Đang hưởng', lines: true, of: ({ from }) => sayLevel(from) },
        { head: 'Được nâng', lines: true, of: ({ to }) => sayLevel(to) },
        { head: 'Hưởng từ', of: ({ effectiveOn }) => sayDay(effectiveOn) },
        {
          head: 'Tình hình',
          lines: true,
          of: (line) => (
            <>
              {RAISE_STATES[line.state]}
              {line.mayCancel && cancel(line)}
            </>
          ),
        },
      ]}
    />
  )
}
