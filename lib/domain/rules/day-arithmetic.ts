import { daysInMonth } from '@/lib/catalogue/days'

/** Reckoning with days as papers have them: `YYYY[-MM[-DD]]`. Missing parts are taken in the person's favour. */

/** The first day the paper may mean (NĐ 135/2020: year alone → 01/01; month → its first day). */
export const earliest = (day: string): string => `${day}-01-01`.slice(0, 10)

/** The last day the paper may mean. */
export function latest(day: string): string {
  if (day.length === 10) return day
  if (day.length === 4) return `${day}-12-31`
  return `${day}-${String(daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)))).padStart(2, '0')}`
}

/** Certainly before: even read in the most favourable way. */
export const isBefore = (a: string, b: string): boolean => latest(a) < earliest(b)

/** The day so many calendar months later, held within the month: 31/08 + 6 is 28/02. */
export function addMonths(day: string, months: number): string {
  const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number]
  const index = year * 12 + (month - 1) + months
  const [newYear, newMonth] = [Math.floor(index / 12), (index % 12) + 1]
  const newDay = Math.min(dayOfMonth, daysInMonth(newYear, newMonth))
  return `${newYear}-${String(newMonth).padStart(2, '0')}-${String(newDay).padStart(2, '0')}`
}

/** Whole months from one month to another, by their calendar months. */
export const monthsBetween = (from: string, to: string): number => monthIndex(to) - monthIndex(from)

const monthIndex = (day: string) => Number(day.slice(0, 4)) * 12 + Number(earliest(day).slice(5, 7)) - 1

const DAY = 86_400_000

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)

/** From one day to another; negative when the other is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY)

/** Whole years from one day to another. */
export const yearsBetween = (from: string, to: string): number =>
  Math.floor((monthsBetween(from, to) - (to.slice(8) < from.slice(8) ? 1 : 0)) / 12)
