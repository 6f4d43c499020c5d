import type { RecordData } from '@/lib/catalogue'
import type { SubmissionState } from '../batch'
import { missingAnswers } from '../completeness'
import { findingKey } from '../rules/judge-record'
import type { Finding } from '../rules/rule'
import { type GivenRaise, raised, standsAt } from './raised'

/** What a raise meets on its day. */
export type RaisedRecord = {
  draft: RecordData
  approved: RecordData | null
  /** State of the newest submission that nothing has superseded. */
  newest: SubmissionState | null
  /** Warnings somebody stood by already. */
  confirmed: readonly string[]
}

/** Where it goes: a version of its own that waits for the signature, the working copy alone, or nowhere. */
export type Placed =
  | { state: 'checked'; draft: RecordData; version: RecordData; confirmed: string[] }
  | { state: 'draft'; draft: RecordData }
  | { state: 'missed' }

/**
 * The unit's decision becomes a version of its own where nothing of the person's is under way: the approved record and the
 * raise, no more. What the person is writing stays theirs. Otherwise it goes with what they send next.
 */
export function placeRaise(
  record: RaisedRecord,
  given: GivenRaise,
  rowId: string,
  judge: (data: RecordData) => readonly Finding[],
): Placed {
  const { approved, newest, confirmed } = record
  if (!standsAt(record.draft, given)) return { state: 'missed' }
  const draft = raised(record.draft, given, rowId)
  if (approved === null || !standsAt(approved, given)) return { state: 'draft', draft }
  if (newest !== null && newest !== 'approved' && newest !== 'superseded') return { state: 'draft', draft }
  const version = raised(approved, given, rowId)
  const findings = judge(version)
  const warnings = findings.filter(({ severity }) => severity === 'warning').map(findingKey)
  const known = new Set([...confirmed, ...judge(approved).map(findingKey)])
  const sound =
    missingAnswers(version).length === 0 &&
    findings.every(({ severity }) => severity !== 'error') &&
    warnings.every((key) => known.has(key))
  return sound ? { state: 'checked', draft, version, confirmed: warnings } : { state: 'draft', draft }
}
