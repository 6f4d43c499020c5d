import 'server-only'
import { randomUUID } from 'node:crypto'
import type { RecordData } from '@/lib/catalogue'
import type { SubmissionState } from '@/lib/domain/batch'
import { placeRaise } from '@/lib/domain/raises/place-raise'
import type { RaiseKind } from '@/lib/domain/raises/raised'
import { judgeRecord } from '@/lib/domain/rules/judge-record'
import { codeLists } from '../code-lists/code-lists'
import type { Tx } from '../db'
import { completed } from '../records/completed'
import { type PlacedRaise, writeRaises } from './write-raises'

/** A raise whose day has come, with the record it goes into. */
export type DueRaise = {
  id: string
  personId: string
  recordId: string
  name: string
  unitPath: string
  kind: RaiseKind
  rankCode: string
  fromStep: number
  toStep: number
  fromCoefficient: string
  toCoefficient: string
  fromOverScale: number
  toOverScale: number
  effectiveOn: string
  documentNo: string
  decidedOn: string
  byUserId: string
  byName: string
  draft: unknown
  sectionVersions: Record<string, number>
  revisionCount: number
  approved: unknown
  approvedVersion: number | null
  confirmed: string[] | null
  newest: SubmissionState | null
  newestData: unknown
}

/** So many documents are held in memory at once. */
const AT_ONCE = 200

/**
 * Writes every raise whose day has come into its record, once: the unit's decision, in the name of who entered it. Running
 * it twice changes nothing.
 */
export async function settleRaises(tx: Tx, today: string, now: Date): Promise<number> {
  let count = 0
  for (;;) {
    const due = await dueRaises(tx, today)
    if (due.length === 0) return count
    await writeRaises(
      tx,
      due.map((raise) => place(raise, today)),
      now,
    )
    count += due.length
  }
}

const dueRaises = (tx: Tx, today: string) => tx.$queryRaw<DueRaise[]>`
  SELECT g.id, g.person_id AS "personId", g.record_id AS "recordId", p.full_name AS name, u.path AS "unitPath", g.kind,
    g.rank_code AS "rankCode", g.from_step AS "fromStep", g.to_step AS "toStep",
    g.from_coefficient::text AS "fromCoefficient", g.to_coefficient::text AS "toCoefficient",
    g.from_over_scale AS "fromOverScale", g.to_over_scale AS "toOverScale", g.effective_on::text AS "effectiveOn",
    d.document_no AS "documentNo", d.decided_on::text AS "decidedOn", d.by_user_id AS "byUserId", d.by_name AS "byName",
    r.draft, r.section_versions AS "sectionVersions", r.revision_count AS "revisionCount",
    a.data AS approved, a.version AS "approvedVersion", a.confirmed,
    (SELECT s.state::text FROM submission s WHERE s.record_id = r.id AND s.state <> 'superseded'
      ORDER BY s.submitted_at DESC LIMIT 1) AS newest,
    v.data AS "newestData"
  FROM raise g JOIN raise_decision d ON d.id = g.decision_id JOIN record r ON r.id = g.record_id
    JOIN person p ON p.id = g.person_id JOIN unit u ON u.id = p.unit_id
    LEFT JOIN revision a ON a.id = r.approved_revision_id
    LEFT JOIN revision v ON v.record_id = r.id AND v.version = r.revision_count
  WHERE g.state = 'waiting' AND g.effective_on <= ${today}::date
  ORDER BY r.id, g.effective_on LIMIT ${AT_ONCE} FOR UPDATE OF g, r`

function place(raise: DueRaise, today: string): PlacedRaise {
  const { kind, rankCode, effectiveOn, documentNo, decidedOn } = raise
  const given = {
    ...{ kind, rankCode, effectiveOn, documentNo, decidedOn },
    from: { step: raise.fromStep, coefficient: raise.fromCoefficient, overScale: raise.fromOverScale },
    to: { step: raise.toStep, coefficient: raise.toCoefficient, overScale: raise.toOverScale },
  }
  const record = {
    draft: completed(raise.draft),
    approved: raise.approved === null ? null : completed(raise.approved),
    ...{ newest: raise.newest, confirmed: raise.confirmed ?? [] },
  }
  const judge = (data: RecordData) => judgeRecord({ data, today, lists: codeLists })
  return { raise, before: record, placed: placeRaise(record, given, randomUUID(), judge) }
}
