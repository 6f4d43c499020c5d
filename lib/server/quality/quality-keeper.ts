import 'server-only'
import { dayOf } from '@/lib/domain/calendar'
import { freshCodeLists } from '../code-lists/code-lists'
import { findDuplicates } from './find-duplicates'
import { judgeWaiting } from './judge-waiting'

/** The whole province is looked through for doubles at once: not after every save. */
const LOOK_EVERY_MS = 15_000

/** For the worker: judges what waits, step by step, until all stands, and then looks for doubles; a call while one runs does nothing. */
export function keepQuality(log: (what: string, error?: unknown) => void) {
  let running = false
  let unlooked = false
  let lookedAt = Number.NEGATIVE_INFINITY
  const keep = async (now: () => Date, stop: AbortSignal) => {
    await freshCodeLists()
    while (!stop.aborted && (await judgeWaiting(dayOf(now()))) > 0) unlooked = true
    if (!unlooked || stop.aborted || performance.now() - lookedAt < LOOK_EVERY_MS) return
    lookedAt = performance.now()
    await findDuplicates(now())
    unlooked = false
  }
  return async (now: () => Date, stop: AbortSignal) => {
    if (running) return
    running = true
    try {
      await keep(now, stop)
    } catch (error) {
      log('The quality of records is not judged', error)
    } finally {
      running = false
    }
  }
}
