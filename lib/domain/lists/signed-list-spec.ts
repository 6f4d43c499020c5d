import type { ListAsk, Sort } from './list-spec'

/** The people of a signed batch; it stands on the page of its batch. */
export const signedList = (batchId: string) => ({
  path: `/approvals/${batchId}`,
  sorts: ['news'] as const,
  /** Those with something new first. */
  sort: { by: 'news', down: false } as Sort<'news'>,
  filters: {},
})

export type SignedAsk = ListAsk<'news', never>
