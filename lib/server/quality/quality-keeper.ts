import 'server-only'
import { dayOf } from '@/lib/domain/calendar'
import { judgeWaiting } from './judge-waiting'

/** For the worker: judges what waits, step by step, until all stands; a call while one runs does nothing. */
export function keepQuality(log: (what: string, error?: unknown) => void) {
  let running = false
  return async (now: () => Date, stop: AbortSignal) => {
    if (running) return
    running = true
    try {
      while (!stop.aborted && (await judgeWaiting(dayOf(now()))) > 0);
    } catch (error) {
      log('The quality of records is not judged', error)
    } finally {
      running = false
    }
  }
}
