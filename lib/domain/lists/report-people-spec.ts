import { CRITERIA } from '../reports/staff-forms'
import { aDay, anyWords, aUnit, type ListAsk, oneOf, type Sort } from './list-spec'

/** The people behind one figure of a report. */
export const REPORT_PEOPLE = {
  path: '/reports/people',
  sorts: ['name', 'unit'] as const,
  sort: { by: 'name', down: false } as Sort<'name'>,
  filters: {
    form: anyWords,
    unit: aUnit,
    /** Of the unit itself, without those below it. */
    own: oneOf(['1']),
    on: aDay,
    column: oneOf(CRITERIA),
  },
} as const

export type ReportPeopleSort = (typeof REPORT_PEOPLE.sorts)[number]
export type ReportPeopleAsk = ListAsk<ReportPeopleSort, keyof typeof REPORT_PEOPLE.filters>
