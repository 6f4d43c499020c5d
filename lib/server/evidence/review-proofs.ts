import 'server-only'
import type { RecordData } from '@/lib/catalogue'
import { type Change, ORDER } from '@/lib/domain/changes'
import { type Proof, proofsByPlace, type StandingMark } from '@/lib/domain/evidence/paper'
import { placeKey, placeOf, valueAt } from '@/lib/domain/evidence/place'
import { type Actor, can } from '@/lib/domain/policy'
import { db } from '../db'
import { readRecord } from '../records/load'
import { recordPapers } from './record-papers'
import { valueHash } from './value-hash'
import { standingsOf } from './value-states'

/** What stands beside one change: papers, how the new value stands, and its name where there is a new value. */
export type ReviewedProofs = { proofs: Proof[]; standing: StandingMark | null; seen: string | null }

/** The papers of what was changed, with how the sent values stand (not those typed since). */
export async function reviewProofs(actor: Actor, recordId: string, changes: readonly Change[], after: RecordData) {
  const record = await readRecord(db, actor, recordId)
  const { papers, photo } = await recordPapers(db, record)
  const said = await standingsOf(db, recordId, after, photo?.sha256 ?? null)
  const { proofs, standings } = proofsByPlace(papers, said, () => false)
  const beside: Record<string, ReviewedProofs> = {}
  for (const { section, code, row } of changes) {
    const place = row === ORDER ? null : placeOf({ section, code, row: row ?? '' })
    if (!place) continue
    const key = placeKey(place)
    const value = valueAt(after, place)
    const seen = value === null ? null : valueHash(recordId, place, value)
    beside[key] = { proofs: proofs[key] ?? [], standing: standings[key] ?? null, seen }
  }
  const subject = { personId: record.person.id, unitPath: record.person.unitPath }
  return { beside, mayCheck: record.person.id !== actor.personId && can(actor, 'value.check', subject) }
}
