import 'server-only'
import { dayOf } from '@/lib/domain/calendar'
import { env } from './env'

/** The one reading of the clock, for `action()`, pages and the worker. In a demonstration the day may be set; the hour is real. */
export function now(): Date {
  const real = new Date()
  if (!env.PORTAL_TODAY) return real
  const hour = real.toLocaleTimeString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', hour12: false })
  return new Date(`${env.PORTAL_TODAY}T${hour}.${String(real.getMilliseconds()).padStart(3, '0')}+07:00`)
}

/** The real time, whatever the day of the demonstration: what other people's clocks count by, as one-time codes do. */
export const realTime = () => new Date()

/** Today in Vietnam, `YYYY-MM-DD`. */
export const today = () => dayOf(now())
