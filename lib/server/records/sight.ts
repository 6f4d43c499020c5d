import 'server-only'
import type { RecordData } from '@/lib/catalogue'
import { dateColumn } from '@/lib/domain/calendar'
import type { Change } from '@/lib/domain/changes'
import { maskChanges, maskRecord } from '@/lib/domain/masking'
import type { Actor, Subject } from '@/lib/domain/policy'
import { needsPurpose, type Reading, readingOf } from '@/lib/domain/reading'
import { Refusal } from '@/lib/domain/refusal'
import type { Tx } from '../db'
import { completed } from './completed'

/**
 * One reader before one record. Every stored document and every list of changes passes through here on its way to a
 * reader; tests/server/sight.test.ts names the few that write or send instead.
 */
export type Sight = {
  reading: Reading
  /** What this reader said today, or what the agreement says, that they look for; null for whose daily work it is. */
  purpose: string | null
  document(stored: unknown): RecordData
  changes(stored: unknown): Change[]
}

/** Throws `notFound` out of reach, and `purposeMissing` while a reader off duty has not said what for. */
export async function sightOf(tx: Tx, actor: Actor, recordId: string, subject: Subject): Promise<Sight> {
  const stated = needsPurpose(actor, subject) ? await statedToday(tx, actor, recordId) : []
  const reading = readingOf(actor, subject, { opened: stated.some(({ sensitive }) => sensitive) })
  if (!reading) throw new Refusal('notFound', {})
  if (stated.length === 0 && needsPurpose(actor, subject)) throw new Refusal('purposeMissing', { recordId })
  return sightThrough(reading, reading.agreed?.purpose ?? stated.at(-1)?.purpose ?? null)
}

/** The same for lists and work that has its own door: what needs a purpose stays masked, and none is asked. */
export function workSight(actor: Actor, subject: Subject): Sight | null {
  const reading = readingOf(actor, subject, { opened: false })
  return reading && sightThrough(reading, null)
}

const sightThrough = (reading: Reading, purpose: string | null): Sight => ({
  reading,
  purpose,
  document: (stored) => maskRecord(completed(stored), reading),
  changes: (stored) => maskChanges(stored as Change[], reading),
})

const statedToday = (tx: Tx, actor: Actor, recordId: string) =>
  tx.viewPurpose.findMany({
    where: { userId: actor.userId, recordId, day: dateColumn(actor.today) },
    orderBy: { at: 'asc' },
    select: { purpose: true, sensitive: true },
  })
