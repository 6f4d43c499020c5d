import { daysInMonth } from '@/lib/catalogue/days'

/** The days of a month in which its approval may be signed. Days are `YYYY-MM-DD`. */
export type ApprovalWindow = {
  /** `2026-11`. */
  month: string
  from: string
  to: string
  /** Where the rule stands. */
  clause: string
}

/** How many last days of the month, from when to when. A new Quy chế is a new line. */
const RULES: { from: string; until: string | null; lastDays: number; clause: string }[] = [
  { from: '2024-01-01', until: null, lastDays: 5, clause: 'Quy chế, Điều 12' },
]

/** The window of the month in which `day` lies. Throws RangeError for a month before the first rule. */
export function approvalWindow(day: string): ApprovalWindow {
  const month = day.slice(0, 7)
  const last = daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)))
  const to = `${month}-${last}`
  const rule = RULES.find(({ from, until }) => from <= to && (until === null || to <= until))
  if (!rule) throw new RangeError(`No rule for the approval of ${month}`)
  return { month, from: `${month}-${String(last - rule.lastDays + 1).padStart(2, '0')}`, to, clause: rule.clause }
}

export const inApprovalWindow = (day: string) => approvalWindow(day).from <= day

/** `today` counts: on the last day one day is left. */
export function windowDays(day: string): { all: number; left: number } {
  const { from, to } = approvalWindow(day)
  const all = dayOfMonth(to) - dayOfMonth(from) + 1
  return { all, left: Math.min(all, dayOfMonth(to) - dayOfMonth(day) + 1) }
}

const dayOfMonth = (day: string) => Number(day.slice(8))
