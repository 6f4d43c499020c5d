import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { approvalPdf } from '@/lib/documents/approval-pdf'
import { manifestBytes, manifestSha256 } from '@/lib/documents/manifest'
import { type BatchKind, prepareBatch as decide, type Selection } from '@/lib/domain/batch'
import { exclusionWords } from '@/lib/domain/exclusion-words'
import { typedText } from '@/lib/domain/typed-text'
import type { Call } from '../call'
import { db } from '../db'
import { approvalStatement, reasonOf, signingTitle, standingOf } from './approval-statement'
import { loadApprovers } from './approvers'
import { mandateFor, unitOfHead } from './batch-access'
import { candidates, type UnitPerson } from './candidates'
import { freeze } from './freeze'
import { requireOpening } from './month-openings'
import { sealedRecords } from './sealed-records'

const PERIOD = /^\d{4}-(0[1-9]|1[0-2])$/

export const PrepareBatch = z.object({
  unitId: z.uuid(),
  kind: z.enum(['monthly', 'adHoc']),
  /** Of an ad-hoc batch. */
  reason: typedText(500).default(''),
  /** Of a month that was opened again: `2026-10`. */
  period: z.string().regex(PERIOD).optional(),
})

/**
 * Opens the month, or an ad-hoc batch, for signing: exactly these versions are frozen, and the paper is made that the head will sign.
 * The paper is made before rows are locked; if they changed meanwhile, nothing is frozen (`batchChanged`).
 */
export async function prepareBatch({ transact, actor, input, now }: Call<z.output<typeof PrepareBatch>>) {
  const unit = await unitOfHead(db, actor, input.unitId)
  const month = actor.today.slice(0, 7)
  const period = input.kind === 'monthly' ? (input.period ?? month) : month
  const kind: BatchKind =
    input.kind === 'adHoc'
      ? { type: 'adHoc', reason: input.reason }
      : {
          type: 'monthly',
          ...(period !== month && { reopened: await requireOpening(db, unit.id, period, actor.today) }),
        }
  const people = await candidates(db, unit.id, period, await loadApprovers(db, actor.today))
  const mandate = mandateFor(actor, unit.id, kind.type)
  const approver = { personId: actor.personId, headPersonId: mandate?.headPersonId ?? null }
  const selection = decide(kind, approver, people, actor.today)
  const standing = await standingOf(db, { unitId: unit.id, kind: kind.type, period, today: actor.today })
  const sealed = await sealedRecords(
    db,
    selection.included.map(({ revisionId }) => revisionId),
  )
  const title = await signingTitle(db, actor, mandate)
  const batchId = randomUUID()
  const facts = { batchId, kind, period, unit, actor, title, standing, selection, sealed, now }
  const statement = approvalStatement(facts)
  const pdf = await approvalPdf(statement)
  const { manifest } = statement
  const batch = {
    id: batchId,
    unitId: unit.id,
    kind: kind.type,
    period,
    number: standing.number,
    reason: reasonOf(kind, period),
    manifest: Buffer.from(manifestBytes(manifest)).toString('utf8'),
    manifestSha256: manifestSha256(manifest),
    root: manifest.root,
    count: manifest.count,
    excluded: excludedOf(selection),
    preparedPdf: new Uint8Array(pdf),
    preparedSha256: createHash('sha256').update(pdf).digest('hex'),
    preparedById: actor.userId,
    approverName: actor.personName,
    mandateId: mandate?.mandateId ?? null,
    previousBatchId: standing.previous?.id ?? null,
    frozenAt: now,
  }
  await transact((tx) => freeze(tx, { actor, unit, batch, standing, selection, now }))
  return { batchId, count: manifest.count }
}

/** As the batch keeps it: who was left out and why, in the words of that day. */
export type ExcludedPerson = {
  personId: string
  recordId: string | null
  name: string
  code: string
  why: string
  next: string
}

const excludedOf = ({ excluded }: Selection<UnitPerson>): ExcludedPerson[] =>
  excluded.map(({ person, why }) => ({
    personId: person.personId,
    recordId: person.recordId,
    name: person.name,
    code: why.code,
    ...exclusionWords(why),
  }))
