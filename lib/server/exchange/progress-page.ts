import 'server-only'
import { fromDateColumn } from '@/lib/domain/calendar'
import type { ProgressRow } from '@/lib/domain/exchange/progress'
import { type Actor, mayAnywhere } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { db } from '../db'
import { progressFigures } from './progress-figures'

const KEPT_SHOWN = 30

export type Progress = { day: string | null; asOf: Date; rows: ProgressRow[] }

/** The table now, or as it was kept for a publication (`day`, `YYYY-MM-DD`). Throws `notFound` where it is none of the actor's business, or was not kept. */
export async function progressOf(actor: Actor, day: string | null, now: Date): Promise<Progress> {
  if (!mayAnywhere(actor, 'exchange.read')) throw new Refusal('notFound', {})
  if (day === null) return { day, asOf: now, rows: await progressFigures(actor.today.slice(0, 7)) }
  const kept = await db.progressReport.findUnique({ where: { day: new Date(`${day}T00:00:00Z`) } })
  if (!kept) throw new Refusal('notFound', {})
  return { day, asOf: kept.asOf, rows: kept.rows as ProgressRow[] }
}

/** The days whose tables were kept, the newest first. */
export async function keptProgress(): Promise<{ day: string; asOf: Date }[]> {
  const kept = await db.progressReport.findMany({
    orderBy: { day: 'desc' },
    take: KEPT_SHOWN,
    select: { day: true, asOf: true },
  })
  return kept.map(({ day, asOf }) => ({ day: fromDateColumn(day), asOf }))
}
