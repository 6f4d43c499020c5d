import { RAISE_KINDS } from '../raises/raised'
import { aDay, aUnit, type ListAsk, oneOf, type Sort } from './list-spec'

/** Who is due for a raise of pay. */
export const RAISE_LIST = {
  path: '/raises',
  sorts: ['due', 'name', 'unit'] as const,
  sort: { by: 'due', down: false } as Sort<'due'>,
  filters: {
    unit: aUnit,
    /** Without it: who comes by the term, on the scale or over it. */
    kind: oneOf(RAISE_KINDS),
    until: aDay,
  },
} as const

export type RaiseSort = (typeof RAISE_LIST.sorts)[number]
export type RaiseAsk = ListAsk<RaiseSort, keyof typeof RAISE_LIST.filters>
