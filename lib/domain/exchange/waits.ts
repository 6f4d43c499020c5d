import { changeClock } from '../change-clock'
import { type CalendarDay, workingDaysAfter } from '../movements/working-days'

/** What a record waits for, in the order in which it comes to it. */
export const WAITS = {
  returned: 'Bị trả lại, chờ sửa và gửi lại',
  submitted: 'Đã gửi, chờ kiểm',
  checked: 'Đã kiểm, chờ ký duyệt',
  refused: 'Bộ từ chối',
  held: 'Đã duyệt, giữ lại chưa gửi',
  parked: 'Ngừng gửi sau nhiều lần',
  waiting: 'Chờ gửi quá một giờ',
} as const
export type WaitKind = keyof typeof WAITS

/** On whom it waits. */
export const WAIT_ON = {
  person: 'Người khai',
  officer: 'Cán bộ hồ sơ',
  approver: 'Người ký duyệt',
  unit: 'Đơn vị sửa',
  homeAffairs: 'Sở Nội vụ',
  integration: 'Quản trị tích hợp',
  ministry: 'Nơi nhận của Bộ',
} as const
export type WaitOn = keyof typeof WAIT_ON

/** Reasons of a hold that the department of home affairs takes away, and those the unit does; all others are the administrator's. */
export const HELD_FOR_HOME_AFFAIRS = [
  'unitWithoutAgencyCode',
  'authorityWithoutAgencyCode',
  'unitWithoutWireCode',
] as const
export const HELD_FOR_UNIT = ['preflightFailed', 'personKeyMissing', 'proofFailed'] as const
/** Refusals that a unit mends, by the code of the error. */
export const REFUSED_FOR_UNIT = ['E_CATALOG', 'E_REQUIRED', 'E_FORMAT'] as const

/** Data born in a system of records is synchronised within a day of its approval (NĐ 27/2026/NĐ-CP): an hour is a sign, a day is late. */
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

export type ClockLevel = 'done' | 'ample' | 'soon' | 'late'
export type LegalClock = { title: string; due: string | null; level: ClockLevel; clause: string }

type Facts = {
  /** When the change was sent by its person, and approved by the head; days `YYYY-MM-DD`. */
  sentOn: string | null
  approvedAt: Date | null
  queuedAt: Date | null
  acceptedAt: Date | null
  acceptedOn: string | null
  now: Date
  today: string
  calendar: readonly CalendarDay[]
}

/** The clocks of the law over one approved change: at once, within a day, within three working days. */
export function legalClocks(facts: Facts): LegalClock[] {
  const { approvedAt, queuedAt } = facts
  if (approvedAt === null) return [workingDays(facts)].filter((clock) => clock !== null)
  const atOnce: LegalClock = {
    title: 'Vào hàng gửi ngay khi ký',
    due: null,
    level: queuedAt === null ? 'late' : 'done',
    clause: 'Kế hoạch của UBND tỉnh, phụ lục 6',
  }
  return [atOnce, withinADay(facts, approvedAt), workingDays(facts)].filter((clock) => clock !== null)
}

function withinADay({ acceptedAt, now }: Facts, approvedAt: Date): LegalClock {
  const age = (acceptedAt ?? now).getTime() - approvedAt.getTime()
  const level = age > DAY_MS ? 'late' : acceptedAt ? 'done' : age > HOUR_MS ? 'soon' : 'ample'
  const due = new Date(approvedAt.getTime() + DAY_MS).toISOString()
  return { title: 'Bộ nhận trong một ngày từ lúc ký', due, level, clause: 'NĐ 27/2026/NĐ-CP, 1 ngày' }
}

function workingDays({ sentOn, acceptedOn, today, calendar }: Facts): LegalClock | null {
  const clock = sentOn === null ? null : dueOf(sentOn, acceptedOn, today, calendar)
  return clock && { title: 'Bộ nhận đúng hạn ngày làm việc, tính từ lúc gửi', ...clock }
}

/** By when a change sent on that day must stand in the national database, and how that looks today; null before the rule. */
export function dueOf(
  sentOn: string,
  acceptedOn: string | null,
  today: string,
  calendar: readonly CalendarDay[],
): { due: string; level: ClockLevel; clause: string } | null {
  const clock = changeClock(sentOn, acceptedOn ?? today, calendar)
  if (!clock) return null
  const { due, late, clause } = clock
  if (late) return { due, level: 'late', clause }
  if (acceptedOn !== null) return { due, level: 'done', clause }
  // The last working day, and the eve of it, are amber.
  return { due, level: workingDaysAfter(today, 1, calendar) >= due ? 'soon' : 'ample', clause }
}

export const CLOCK_WORDS: Record<ClockLevel, string> = {
  done: 'đúng hạn',
  ample: 'còn hạn',
  soon: 'sắp hết hạn',
  late: 'quá hạn',
}
