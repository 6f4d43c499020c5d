import { anyWords, aUnit, type ListAsk, oneOf, type Sort } from './list-spec'

/** Who waits for an officer; the longest waiting first unless asked otherwise. */
export const REVIEW_LIST = {
  path: '/records/review',
  sorts: ['name', 'unit', 'category', 'changes', 'since'] as const,
  sort: { by: 'since', down: false } as Sort<'since'>,
  filters: {
    unit: aUnit,
    category: anyWords,
    /** Sent for the first time, or again. */
    sent: oneOf(['first', 'again']),
  },
  extras: ['category'],
} as const

export type ReviewSort = (typeof REVIEW_LIST.sorts)[number]
export type ReviewAsk = ListAsk<ReviewSort, keyof typeof REVIEW_LIST.filters>
