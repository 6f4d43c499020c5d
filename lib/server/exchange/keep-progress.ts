import 'server-only'
import { dateColumn, dayOf } from '@/lib/domain/calendar'
import { publicationDue } from '@/lib/domain/exchange/progress'
import { db } from '../db'
import { progressFigures } from './progress-figures'

/** Keeps the table of the day's publication once its hour has come, whichever worker is first. Answers the day, or null where nothing was due. */
export async function keepProgress(now: Date): Promise<string | null> {
  const due = publicationDue(now)
  if (due === null) return null
  const day = dateColumn(due)
  if ((await db.progressReport.count({ where: { day } })) > 0) return null
  const rows = await progressFigures(dayOf(now).slice(0, 7))
  const { count } = await db.progressReport.createMany({ data: [{ day, asOf: now, rows }], skipDuplicates: true })
  return count === 0 ? null : due
}

/** For the worker: asks the database once a day only. */
export function keepProgressEachDay() {
  let done: string | null = null
  return async (now: Date) => {
    const due = publicationDue(now)
    if (due === null || due === done) return
    await keepProgress(now)
    done = due
  }
}
