import { DELIVERY_STATES } from '../delivery-words'
import { anyWords, aUnit, type ListAsk, oneOf, type Sort } from './list-spec'

/** The approved versions on their way to the ministry. */
export const DELIVERY_LIST = {
  path: '/pushes',
  sorts: ['name', 'unit', 'version', 'state', 'attempts', 'at'] as const,
  sort: { by: 'at', down: true } as Sort<'at'>,
  filters: {
    state: oneOf(DELIVERY_STATES),
    /** A cause's key, see `Cause`. */
    cause: anyWords,
    unit: aUnit,
  },
} as const

export type DeliverySort = (typeof DELIVERY_LIST.sorts)[number]
export type DeliveryAsk = ListAsk<DeliverySort, keyof typeof DELIVERY_LIST.filters>
