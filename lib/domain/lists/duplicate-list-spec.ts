import { DUPLICATE_STATES } from '../quality/duplicate-words'
import { aUnit, type ListAsk, oneOf, type Sort } from './list-spec'

/** Pairs of records that may be one person's; without a state asked for, those that wait. */
export const DUPLICATE_LIST = {
  path: '/quality/duplicates',
  sorts: ['found'] as const,
  sort: { by: 'found', down: true } as Sort<'found'>,
  filters: { unit: aUnit, state: oneOf(Object.keys(DUPLICATE_STATES).filter((state) => state !== 'open')) },
} as const

export type DuplicateAsk = ListAsk<'found', keyof typeof DUPLICATE_LIST.filters>
