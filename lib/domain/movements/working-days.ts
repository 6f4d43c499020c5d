import { dayAfter } from '../organisation/organisation'

/** Days that are otherwise than the week says: off, or worked in exchange. */
export type CalendarDay = { day: string; works: boolean }

/** Working days after a decision within which a unit reports it (Quy chế, Điều 22 khoản 5). */
export const REPORT_WITHIN = 10
/** So few working days left are shown in amber. */
const SOON = 3

const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

export const isWorkingDay = (day: string, calendar: readonly CalendarDay[]) =>
  calendar.find((one) => one.day === day)?.works ?? !isWeekend(day)

/** The last of so many working days, of which the first is the one after `from`. */
export function workingDaysAfter(from: string, count: number, calendar: readonly CalendarDay[]): string {
  let day = from
  for (let left = count; left > 0; ) {
    day = dayAfter(day)
    if (isWorkingDay(day, calendar)) left -= 1
  }
  return day
}

export type Urgency = 'reported' | 'ample' | 'soon' | 'late'

/** How a report stands that is due on a day. */
export function urgencyOf(
  due: string,
  reportedOn: string | null,
  today: string,
  calendar: readonly CalendarDay[],
): Urgency {
  if (reportedOn !== null) return 'reported'
  if (due < today) return 'late'
  return workingDaysAfter(today, SOON, calendar) > due ? 'soon' : 'ample'
}
