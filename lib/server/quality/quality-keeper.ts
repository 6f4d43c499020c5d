import 'server-only'
import { dayOf } from '@/lib/domain/calendar'
import { findDuplicates } from './find-duplicates'
import { judgeWaiting } from './judge-waiting'

/** For the worker: judges what waits, step by step, until all stands, and looks for doubles; a call while one runs does nothing. */
export function keepQuality(log: (what: string, error?: unknown) => void) {
  let running = false
  return async (now: () => Date, stop: AbortSignal) => {
    if (running) return
    running = true
    try {
      let judged = 0
      for (let step = 1; step > 0 && !stop.aborted; judged += step) step = await judgeWaiting(dayOf(now()))
      if (judged > 0 && !stop.aborted) await findDuplicates(now())
    } catch (error) {
      log('The quality of records is not judged', error)
    } finally {
      running = false
    }
  }
}
