import { type CalendarDay, workingDaysAfter } from './movements/working-days'

/** How many working days after a change was sent it must stand in the national database, from when to when. */
const RULES: { from: string; until: string | null; days: number; clause: string }[] = [
  { from: '2026-07-01', until: null, days: 3, clause: 'NĐ 27/2026/NĐ-CP' },
]

export type ChangeClock = { due: string; late: boolean; clause: string }

/** The clock of a change sent on that day, as it stands today; null before any rule. Days are `YYYY-MM-DD`. */
export function changeClock(sentOn: string, today: string, calendar: readonly CalendarDay[]): ChangeClock | null {
  const rule = RULES.find(({ from, until }) => from <= sentOn && (until === null || sentOn <= until))
  if (!rule) return null
  const due = workingDaysAfter(sentOn, rule.days, calendar)
  return { due, late: due < today, clause: rule.clause }
}
