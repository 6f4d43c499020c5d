import { isRealDay, readPartialDay } from '@/lib/catalogue/days'
import { isUuid } from '../uuid'
import { anyWords, type ListAsk, type Reader, type Sort } from './list-spec'

/** A day as people type it, `27/11/2026`, or as a link says it. */
const aDay: Reader = (typed) => {
  const day = isRealDay(typed) ? typed : readPartialDay(typed)
  return day !== null && isRealDay(day) ? day : null
}

/** The log. By time only: it is too long to be put into another order. */
export const AUDIT_LIST = {
  path: '/audit',
  sorts: ['at'] as const,
  sort: { by: 'at', down: true } as Sort<'at'>,
  filters: {
    from: aDay,
    until: aDay,
    action: anyWords,
    /** Words of the doer's name. */
    doer: anyWords,
    /** Words of the name of what it was done to; or digits of that person's citizen id. */
    subject: anyWords,
    /** What it was done to, by its id: where a page links to its own trace. */
    of: ((typed) => (isUuid(typed) ? typed : null)) as Reader,
  },
} as const

export type AuditAsk = ListAsk<'at', keyof typeof AUDIT_LIST.filters>
