import Link from 'next/link'
import { StateChip } from '@/components/ui/chip'
import { MOVEMENT_STATES, type MovementState } from '@/lib/domain/movements/movement-words'

export const MovementChip = ({ state }: { state: MovementState }) => (
  <StateChip state={MOVEMENT_STATES[state].chip}>{MOVEMENT_STATES[state].word}</StateChip>
)

/** What of a movement's row is more than words. */
export const movementCells = {
  person: ({ id, person }: { id: string; person: string }) => (
    <Link href={`/movements/${id}`} prefetch={false}>
      {person}
    </Link>
  ),
  state: MovementChip,
}

/** Where from, and where to if anywhere. */
export const sayUnits = ({ from, to }: { from: string; to: string | null }) => (to === null ? from : `${from} → ${to}`)
