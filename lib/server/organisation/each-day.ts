import 'server-only'
import { dayOf } from '@/lib/domain/calendar'
import { transact } from '../call'
import { settleMovements } from '../movements/settle-movements'
import { settleRaises } from '../raises/settle-raises'
import { lockOrganisation, settleToday } from './settle-today'

/** In whose name the calendar acts. */
const CALENDAR = { userId: '00000000-0000-0000-0000-000000000000', personName: 'Tiến trình nền' }

/** For the worker: on the first call of each day what was decided for that day takes effect; other calls do nothing. */
export function settleEachDay() {
  let settled: string | null = null
  return async (now: Date) => {
    const today = dayOf(now)
    if (settled === today) return
    await transact(async (tx) => {
      await lockOrganisation(tx)
      await settleToday(tx, today, CALENDAR, now)
      await settleMovements(tx, today, CALENDAR, now)
    })
    await transact((tx) => settleRaises(tx, today, now))
    settled = today
  }
}
