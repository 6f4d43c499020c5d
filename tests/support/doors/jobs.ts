import type { JobName } from '@/lib/server/jobs/registry'
import type { Known } from './known-province'
import type { Visitor } from './routes'

type Job = {
  /** Good input, about what is not the visitor’s. */
  with: (known: Known) => Record<string, unknown>
  /** Who may start it all the same: it holds what they themselves see, whatever is asked (see the walk over `/api/lists`). */
  own?: readonly Visitor[]
}

const ofUnit = ({ unitId }: Known) => ({ query: `unit=${unitId}` })

/** Every kind of job. A kind without a line here does not compile. */
export const JOBS: Record<JobName, Job> = {
  'cv.archive': { with: ({ unitId }) => ({ unitId, own: false, on: '2026-11-26' }) },
  'records.workbook': {
    with: ({ unitId }) => ({ unitId, own: false, sections: ['identity'], purpose: 'Kiểm tra lối vào' }),
  },
  'import.judge': { with: ({ importId }) => ({ importId }) },
  'import.report': { with: ({ importId }) => ({ importId }) },
  'import.write': { with: ({ importId }) => ({ importId }) },
  'accounts.issue': { with: ({ unitId }) => ({ unitId, own: false, list: '' }) },
  'accounts.reset': { with: ({ unitId }) => ({ unitId, own: false, list: '' }) },
  'exchange.reconcile': { with: () => ({}) },
  'list.people': { with: ofUnit, own: ['officer', 'head'] },
  'list.review': { with: ofUnit, own: ['officer'] },
  'list.batches': { with: ofUnit, own: ['officer', 'head'] },
  'list.deliveries': { with: ofUnit, own: ['officer', 'head'] },
  'list.exports': { with: ofUnit, own: ['officer', 'head'] },
  'list.movements': { with: ofUnit, own: ['officer', 'head'] },
  'list.salaries': { with: ofUnit, own: ['officer', 'head'] },
  'list.raises': { with: ofUnit, own: ['officer', 'head'] },
  'list.stuck': { with: ofUnit, own: ['officer', 'head'] },
  'list.audit': { with: () => ({ query: '' }) },
}
