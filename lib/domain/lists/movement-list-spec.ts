import { MOVEMENT_KINDS } from '../movements/movement-kinds'
import { MOVEMENT_STATES } from '../movements/movement-words'
import { aMonth, aUnit, type ListAsk, oneOf, type Sort } from './list-spec'

/** Who came, moved and went. */
export const MOVEMENT_LIST = {
  path: '/movements',
  sorts: ['person', 'day', 'decided', 'written'] as const,
  sort: { by: 'written', down: true } as Sort<'written'>,
  filters: {
    /** From it, to it, or anywhere below it. */
    unit: aUnit,
    kind: oneOf(MOVEMENT_KINDS),
    state: oneOf(Object.keys(MOVEMENT_STATES)),
    month: aMonth,
  },
  extras: ['decided', 'by', 'written'],
} as const

export type MovementSort = (typeof MOVEMENT_LIST.sorts)[number]
export type MovementAsk = ListAsk<MovementSort, keyof typeof MOVEMENT_LIST.filters>
