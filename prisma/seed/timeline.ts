import { approvalWindow } from '@/lib/domain/approval-window'
import { dayOf } from '@/lib/domain/calendar'
import { firstDay, monthOf, monthsAfter } from './months'

/** A month of the demo province. */
export type Month = {
  /** `2026-09`. */
  month: string
  /** A moment of office hours between the month's beginning (0) and its end, or now (1). */
  at(share: number): Date
  /** When the `n`th unit signs: in the last five days, one after the other. */
  signsAt(n: number): Date
}

/** Two months that are closed, and the one that is open. */
export type Timeline = { first: Month; second: Month; current: Month; begins: string }

export function timelineTo(now: Date): Timeline {
  const today = dayOf(now)
  const month = monthOf(today)
  const [first, second] = [monthsAfter(month, -2), monthsAfter(month, -1)]
  return { first: closed(first), second: closed(second), current: open(month, now), begins: firstDay(first) }
}

function closed(month: string): Month {
  const { from } = approvalWindow(firstDay(month))
  return {
    month,
    at: (share) => officeHour(month, 1, Number(from.slice(8)) - 1, share),
    signsAt: (n) => officeHour(month, Number(from.slice(8)) + (n % 3), 1, 0.1 + (n % 20) * 0.04),
  }
}

function open(month: string, now: Date): Month {
  const yesterday = Number(dayOf(now).slice(8)) - 1
  const latest = now.getTime() - 10 * 60_000
  return {
    month,
    // On the first day there is no yesterday: then everything happened in the last six hours.
    at: (share) =>
      yesterday > 0
        ? officeHour(month, 1, yesterday, share)
        : new Date(latest - (1 - Math.min(share, 1)) * 6 * 3_600_000),
    signsAt: () => now,
  }
}

/** From eight to half past four, in whole minutes. */
function officeHour(month: string, firstDayOfMonth: number, days: number, share: number): Date {
  const passed = Math.min(Math.max(share, 0), 0.999) * days
  const minutes = 8 * 60 + Math.floor((passed % 1) * 8.5 * 60)
  const day = `${month}-${String(firstDayOfMonth + Math.floor(passed)).padStart(2, '0')}`
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'))
  return new Date(`${day}T${hour}:${minute}:00+07:00`)
}
