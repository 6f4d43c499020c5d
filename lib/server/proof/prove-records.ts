import 'server-only'
import { readManifest } from '@/lib/documents/manifest'
import { recordLeaf } from '@/lib/documents/merkle'
import { Refusal } from '@/lib/domain/refusal'
import type { Tx } from '../db'

export type Item = { id: string; batchId: string; recordId: string; revisionId: string; version: number; leaf: string }
export type Mismatch = {
  batchId: string
  recordId: string | null
  version: number | null
  expected: string
  found: string
}

type Row = { id: string; record_id: string; version: number; salt: string; data: unknown }

/** Recomputes the leaves of these items from what is stored, against what was signed. Answers those that differ. */
export async function proveRecords(tx: Tx, items: readonly Item[], signed: Signed): Promise<Mismatch[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT id, record_id, version, salt, data FROM revision
    WHERE id = ANY(${items.map(({ revisionId }) => revisionId)}::uuid[])`
  const stored = new Map(rows.map((row) => [row.id, row]))
  return items.flatMap(({ batchId, recordId, revisionId, version, leaf }) => {
    const expected = signed.get(batchId)?.get(recordId) ?? ''
    const row = stored.get(revisionId)
    const found = row ? leafOf(row) : ''
    const same = found === expected && leaf === expected && row?.record_id === recordId && row.version === version
    return same ? [] : [{ batchId, recordId, version, expected, found }]
  })
}

function leafOf({ record_id, version, salt, data }: Row): string {
  try {
    return recordLeaf({ recordId: record_id, version, salt, data })
  } catch {
    return ''
  }
}

/** What each batch signed: leaves by record. */
export type Signed = Map<string, Map<string, string>>

export async function signedLeaves(tx: Tx, batchIds: readonly string[]): Promise<Signed> {
  const batches = await tx.approvalBatch.findMany({
    where: { id: { in: [...batchIds] } },
    select: { id: true, manifest: true },
  })
  return new Map(batches.map(({ id, manifest }) => [id, leavesIn(manifest)]))
}

function leavesIn(manifest: string): Map<string, string> {
  const records = readManifest(Buffer.from(manifest, 'utf8'))?.records ?? []
  return new Map(records.map(({ id, leaf }) => [id, leaf]))
}

/** Whether one incident is over: what is stored is what was signed again. Throws `proofStillFails` otherwise. */
export async function requireProven(tx: Tx, incident: { batchId: string; recordId: string | null }): Promise<void> {
  const { batchId, recordId } = incident
  const where = { batchId, ...(recordId !== null && { recordId }) }
  const items = await tx.approvalItem.findMany({ where })
  const left = await proveRecords(tx, items, await signedLeaves(tx, [batchId]))
  if (items.length === 0 || left.length > 0) throw new Refusal('proofStillFails', {})
}
