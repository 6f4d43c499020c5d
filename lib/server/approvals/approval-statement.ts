import 'server-only'
import { randomBytes } from 'node:crypto'
import { CATALOGUE_VERSION } from '@/lib/catalogue'
import type { ApprovalStatement } from '@/lib/documents/approval-pdf'
import type { Manifest } from '@/lib/documents/manifest'
import { merkleRoot, RECORD_SCHEMA } from '@/lib/documents/merkle'
import type { BatchKind, ItemKind, Selection } from '@/lib/domain/batch'
import { sayMonth } from '@/lib/domain/batch-words'
import { exclusionWords, isQuiet } from '@/lib/domain/exclusion-words'
import { type Mandated, mandateTitle } from '@/lib/domain/mandates/mandate'
import type { Actor } from '@/lib/domain/policy'
import { codeLists } from '../code-lists/code-lists'
import type { Tx } from '../db'
import type { BatchUnit } from './batch-access'
import type { UnitPerson } from './candidates'
import type { SealedRecord } from './sealed-records'

export const APP_VERSION = '0.1.0'
const PLACE = 'Đồng Tháp'

export type Standing = {
  /** Of the batch among those of its kind within unit and month. */
  number: number
  /** Of the paper within unit and year. */
  paperNumber: number
  previous: { id: string; manifestSha256: string } | null
  batches: number
}

/** Where the unit stands in its row of batches. Read again under lock before the new one is written. */
export async function standingOf(
  tx: Tx,
  { unitId, kind, period, today }: { unitId: string; kind: BatchKind['type']; period: string; today: string },
): Promise<Standing> {
  const year = today.slice(0, 4)
  const batches = await tx.approvalBatch.count({ where: { unitId } })
  const last = await tx.approvalBatch.aggregate({ where: { unitId, kind, period }, _max: { number: true } })
  const paperNumber = await tx.approvalBatch.count({ where: { unitId, period: { startsWith: year } } })
  const previous = await tx.approvalBatch.findFirst({
    where: { unitId, state: 'approved' },
    orderBy: { closedAt: 'desc' },
    select: { id: true, manifestSha256: true },
  })
  return { number: (last._max.number ?? 0) + 1, paperNumber: paperNumber + 1, previous, batches }
}

type Facts = {
  batchId: string
  kind: BatchKind
  /** `2026-11`. */
  period: string
  unit: BatchUnit
  actor: Actor
  title: string
  standing: Standing
  selection: Selection<UnitPerson>
  sealed: SealedRecord[]
  now: Date
}

/** Everything the head reads and signs. */
export function approvalStatement(facts: Facts): ApprovalStatement {
  const { kind, period, unit, actor, selection, sealed, standing } = facts
  const staffNumbers = new Map(sealed.map(({ recordId, staffNumber }) => [recordId, staffNumber]))
  return {
    manifest: manifestOf(facts),
    parentName: unit.parent?.name ?? null,
    number: `${String(standing.paperNumber).padStart(2, '0')}/PD-${unit.code.toUpperCase()}`,
    place: PLACE,
    day: actor.today,
    reason: reasonOf(kind, period),
    people: selection.included
      .filter((one) => one.kind !== 'unchanged')
      .map(({ person, kind: item, version }) => ({
        name: person.name,
        staffNumber: staffNumbers.get(person.recordId ?? '') ?? null,
        kind: item,
        version,
      })),
    excluded: selection.excluded
      .filter(({ why }) => !isQuiet(why))
      .map(({ person, why }) => ({
        name: person.name,
        staffNumber: person.staffNumber,
        reason: exclusionWords(why).why,
      })),
  }
}

/** Why beyond the last days of the month; null within them. */
export function reasonOf(kind: BatchKind, period: string): string | null {
  if (kind.type === 'adHoc') return kind.reason
  return kind.reopened ? `Mở lại tháng ${sayMonth(period)} theo ${kind.reopened.documentNo}` : null
}

function manifestOf({ batchId, kind, period, unit, actor, title, selection, sealed, standing, now }: Facts): Manifest {
  const count = (wanted: ItemKind) => selection.included.filter((one) => one.kind === wanted).length
  return {
    type: 'hscbcc.approval/1',
    batchId,
    unitCode: unit.code,
    unitName: unit.name,
    period: kind.type === 'monthly' ? period : `${standing.number}/${period}`,
    kind: kind.type,
    count: sealed.length,
    root: merkleRoot(sealed.map(({ leaf }) => leaf)),
    hashAlg: 'SHA-256',
    treeAlg: 'RFC6962',
    records: sealed.map(({ recordId, version, leaf }) => ({ id: recordId, version, leaf })),
    counts: { added: count('added'), changed: count('changed'), unchanged: count('unchanged'), removed: 0 },
    previousBatch: standing.previous,
    preparedAt: now.toISOString(),
    preparedBy: actor.personName,
    approver: { userId: actor.userId, name: actor.personName, title },
    schemaVersions: { record: RECORD_SCHEMA },
    catalogVersions: { form: String(CATALOGUE_VERSION) },
    appVersion: APP_VERSION,
    nonce: randomBytes(16).toString('base64url'),
  }
}

/** What the signer is called: the head's title alone, or `KT. Giám đốc` above the signer's own (NĐ 30/2020, Điều 13). */
export async function signingTitle(tx: Tx, actor: Actor, mandate: Mandated | null): Promise<string> {
  const own = await titleOf(tx, actor.personId)
  if (!mandate) return own ?? HEAD
  return mandateTitle(mandate.kind, (await titleOf(tx, mandate.headPersonId)) ?? HEAD, own)
}

/** The law's general word, where the record does not say. */
const HEAD = 'Thủ trưởng đơn vị'

/** What somebody is called in the unit, by their own record. */
async function titleOf(tx: Tx, personId: string | null): Promise<string | null> {
  const record = personId ? await tx.record.findUnique({ where: { personId }, select: { draft: true } }) : null
  const draft = record?.draft as { position?: { current_position?: string | null } } | undefined
  const code = draft?.position?.current_position
  return codeLists('chuc-vu').find((entry) => entry.code === code)?.label ?? null
}
