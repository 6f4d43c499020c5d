import { SALARY_FORM_CODES } from '../reports/salary-forms'
import { aDay, aUnit, type ListAsk, oneOf, type Sort } from './list-spec'

/** People with their pay, as the forms of the law list them. */
export const SALARY_LIST = {
  path: '/reports/salary',
  sorts: ['name', 'unit'] as const,
  sort: { by: 'unit', down: false } as Sort<'unit'>,
  filters: { form: oneOf(SALARY_FORM_CODES), unit: aUnit, on: aDay },
} as const

export type SalarySort = (typeof SALARY_LIST.sorts)[number]
export type SalaryAsk = ListAsk<SalarySort, keyof typeof SALARY_LIST.filters>
