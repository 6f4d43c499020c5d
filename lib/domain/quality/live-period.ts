/** How long an affirmed record counts as alive, from when, by which clause. The newest that has begun holds. */
const LIVE_PERIODS = [
  /** The record is approved each month: the month before counts until the signing days of this one are over. */
  { validFrom: '2025-07-01', monthsBack: 1, clause: 'Quy chế, Điều 12' },
] as const

/** The day since which a record must have been signed or confirmed to be alive on `day`: `2026-10-01` for the 27/11/2026. */
export function liveSince(day: string): string {
  const { monthsBack } = LIVE_PERIODS.findLast(({ validFrom }) => validFrom <= day) ?? LIVE_PERIODS[0]
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - monthsBack
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`
}
