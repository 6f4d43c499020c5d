import { WAIT_ON, WAITS } from '../exchange/waits'
import { aUnit, type ListAsk, oneOf, type Sort } from './list-spec'

/** Everything on its way to the ministry that waits on somebody. */
export const STUCK_LIST = {
  path: '/pushes/stuck',
  sorts: ['name', 'unit', 'kind', 'on', 'since'] as const,
  sort: { by: 'since', down: false } as Sort<'since'>,
  filters: {
    kind: oneOf(Object.keys(WAITS)),
    on: oneOf(Object.keys(WAIT_ON)),
    unit: aUnit,
  },
} as const

export type StuckSort = (typeof STUCK_LIST.sorts)[number]
export type StuckAsk = ListAsk<StuckSort, keyof typeof STUCK_LIST.filters>
