import { BATCH_CHIPS } from '../batch-words'
import { aMonth, aUnit, type ListAsk, oneOf, type Sort } from './list-spec'

/** Batches that were opened, signed or cancelled. */
export const BATCH_LIST = {
  path: '/approvals',
  sorts: ['name', 'unit', 'count', 'state', 'approver', 'opened', 'closed'] as const,
  sort: { by: 'opened', down: true } as Sort<'opened'>,
  filters: {
    unit: aUnit,
    state: oneOf(Object.keys(BATCH_CHIPS)),
    kind: oneOf(['monthly', 'adHoc']),
    month: aMonth,
  },
  extras: ['opened', 'reason'],
} as const

export type BatchSort = (typeof BATCH_LIST.sorts)[number]
export type BatchAsk = ListAsk<BatchSort, keyof typeof BATCH_LIST.filters>
