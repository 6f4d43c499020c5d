import type { JobName } from '@/lib/server/jobs/registry'
import type { Known } from './known-province'

/** Good input for every kind of job, about what is not the visitor’s. A kind without a line here does not compile. */
export const JOBS: Record<JobName, (known: Known) => Record<string, unknown>> = {
  'cv.archive': ({ unitId }) => ({ unitId, own: false, on: '2026-11-26' }),
  'accounts.issue': ({ unitId }) => ({ unitId, own: false, list: '' }),
}
