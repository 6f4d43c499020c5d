import type { RecordData } from '@/lib/catalogue'
import type { PayLevel } from './next-raise'

/** A raise as a decision gives it. */
export type GivenRaise = {
  kind: RaiseKind
  from: PayLevel
  to: PayLevel
  rankCode: string
  /** From when it is paid. */
  effectiveOn: string
  documentNo: string
  decidedOn: string
}

export const RAISE_KINDS = ['regular', 'overScale', 'merit', 'retirement'] as const
export type RaiseKind = (typeof RAISE_KINDS)[number]

/** Does this document say that the pay stands where the raise begins? */
export const standsAt = ({ salary }: RecordData, { from, rankCode }: Pick<GivenRaise, 'from' | 'rankCode'>) =>
  salary.rank_code === rankCode &&
  salary.salary_step === from.step &&
  Number(salary.salary_coefficient) === Number(from.coefficient) &&
  (salary.over_scale_percent ?? 0) === from.overScale

/**
 * The record with the raise written into it: item 30.1, and the history of pay (37.1), whose open line ends where the new
 * one begins. `rowId` names the new line.
 */
export function raised(data: RecordData, given: GivenRaise, rowId: string): RecordData {
  const { to, effectiveOn } = given
  if (to.step === given.from.step) {
    const salary = { ...data.salary, over_scale_percent: to.overScale, over_scale_effective_on: effectiveOn }
    return { ...data, salary }
  }
  const salary = {
    ...data.salary,
    ...{ salary_step: to.step, salary_coefficient: to.coefficient, salary_effective_on: effectiveOn },
  }
  return { ...data, salary, economy: { ...data.economy, salaryHistory: history(data, given, rowId) } }
}

function history({ economy }: RecordData, given: GivenRaise, rowId: string) {
  const month = given.effectiveOn.slice(0, 7)
  const earlier = (economy.salaryHistory ?? []).map((row) =>
    row.salary_history_period?.to === null && row.salary_history_period.from <= month
      ? { ...row, salary_history_period: { ...row.salary_history_period, to: month } }
      : row,
  )
  const line = {
    id: rowId,
    salary_history_period: { from: month, to: null },
    salary_history_rank_code: given.rankCode,
    salary_history_step: given.to.step,
    salary_history_coefficient: given.to.coefficient,
    salary_history_amount: null,
    decision_no: given.documentNo,
    decision_date: given.decidedOn,
  }
  return [...earlier, line]
}
