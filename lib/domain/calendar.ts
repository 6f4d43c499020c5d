/** Days and hours as the province's people read them. Instants come in as `Date`, days as `YYYY-MM-DD`. */
const ZONE = 'Asia/Ho_Chi_Minh'
// Made once: asking for the day is frequent, and finding a time zone takes time.
const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE })

/** The day of an instant in Vietnam. */
export const dayOf = (instant: Date): string => DAY.format(instant)

/** `26/11/2026`. */
export const sayDay = (day: string): string => day.split('-').reverse().join('/')

/** `26/11`. */
export const sayDayMonth = (day: string): string => day.slice(5).split('-').reverse().join('/')

/** `26–30/11`, or `26/11–02/12` across months. */
export const sayDays = (from: string, to: string): string =>
  from.slice(0, 7) === to.slice(0, 7)
    ? `${from.slice(8)}–${sayDayMonth(to)}`
    : `${sayDayMonth(from)}–${sayDayMonth(to)}`

/** `10:32`. */
export const sayTime = (instant: Date): string =>
  instant.toLocaleTimeString('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' })

/** `10:32, 26/11/2026`. */
export const sayInstant = (instant: Date): string => `${sayTime(instant)}, ${sayDay(dayOf(instant))}`

/** A day as the date columns of the database keep it. */
export const dateColumn = (day: string): Date => new Date(`${day}T00:00:00Z`)

/** The day a date column holds. */
export const fromDateColumn = (date: Date): string => date.toISOString().slice(0, 10)

/** `10:31, thứ Ba 24/11/2026`. */
export const sayAsOf = (instant: Date): string => {
  const weekday = instant.toLocaleDateString('vi-VN', { timeZone: ZONE, weekday: 'long' })
  return `${sayTime(instant)}, ${weekday.charAt(0).toLowerCase()}${weekday.slice(1)} ${sayDay(dayOf(instant))}`
}
