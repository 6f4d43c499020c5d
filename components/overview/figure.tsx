import Link from 'next/link'
import { type PeopleStage, peopleHref } from '@/lib/domain/people-stages'

/** Whose people a figure counts: a unit's, or (null) everybody's; `own` leaves out the units below it. */
export type Counted = { unitId: string | null; own?: boolean }

type FigureProps = { figure: number; stage: PeopleStage; of: Counted | null; says: string }

/** A figure that leads to exactly the people it counts; plain where there are none, or no list may be seen. */
export function Figure({ figure, stage, of, says }: FigureProps) {
  const words = figure.toLocaleString('vi')
  if (of === null || figure === 0) return <span className={figure === 0 ? 'mute' : undefined}>{words}</span>
  return (
    <Link href={peopleHref({ stage, ...of })}>
      {words}
      <span className="vh">{` ${says}`}</span>
    </Link>
  )
}

/** `64,9%`; a dash where there is nobody. */
export const share = (part: number, whole: number) =>
  whole === 0
    ? '–'
    : `${(Math.floor((1000 * part) / whole) / 10).toLocaleString('vi', { minimumFractionDigits: 1, maximumFractionDigits: 1 })}%`
