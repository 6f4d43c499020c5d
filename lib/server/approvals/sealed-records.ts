import 'server-only'
import { recordLeaf } from '@/lib/documents/merkle'
import { Refusal } from '@/lib/domain/refusal'
import type { Tx } from '../db'

/** A revision as it will be signed: its hash made anew from what is stored, not taken from the row. */
export type SealedRecord = {
  recordId: string
  revisionId: string
  version: number
  leaf: string
  staffNumber: string | null
}

type Row = { id: string; record_id: string; version: number; salt: string; hash: string; data: Record<string, unknown> }

const CHUNK = 500

/**
 * Reads the revisions and hashes them, ascending by record id, which is the order of the manifest. Throws `revisionAltered` for one
 * that does not hash to what was kept when it was submitted.
 */
export async function sealedRecords(tx: Tx, revisionIds: readonly string[]): Promise<SealedRecord[]> {
  const sealed: SealedRecord[] = []
  for (let at = 0; at < revisionIds.length; at += CHUNK) {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT id, record_id, version, salt, hash, data FROM revision
      WHERE id = ANY(${revisionIds.slice(at, at + CHUNK)}::uuid[])`
    sealed.push(...rows.map(seal))
  }
  return sealed.sort((a, b) => (a.recordId < b.recordId ? -1 : 1))
}

function seal({ id, record_id, version, salt, hash, data }: Row): SealedRecord {
  const leaf = recordLeaf({ recordId: record_id, version, salt, data })
  if (leaf !== hash) throw new Refusal('revisionAltered', { version })
  const agency = data.agency as { staff_number?: string | null } | undefined
  return { recordId: record_id, revisionId: id, version, leaf, staffNumber: agency?.staff_number ?? null }
}
