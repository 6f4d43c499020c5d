import 'server-only'
import { setImmediate } from 'node:timers/promises'
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

/** Reads the revisions and hashes them, see `sealRecords`. */
export const sealedRecords = async (tx: Tx, revisionIds: readonly string[]): Promise<SealedRecord[]> =>
  sealRecords(await storedRecords(tx, revisionIds))

/** The revisions as they are stored. */
export async function storedRecords(tx: Tx, revisionIds: readonly string[]): Promise<Row[]> {
  const rows: Row[] = []
  for (let at = 0; at < revisionIds.length; at += CHUNK) {
    rows.push(
      ...(await tx.$queryRaw<Row[]>`
        SELECT id, record_id, version, salt, hash, data FROM revision
        WHERE id = ANY(${revisionIds.slice(at, at + CHUNK)}::uuid[])`),
    )
  }
  return rows
}

/** So many are hashed before others have their turn: some ten milliseconds. */
const AT_A_STRETCH = 40

/**
 * Hashes them, ascending by record id, which is the order of the manifest. Throws `revisionAltered` for one that does not hash to what
 * was kept when it was submitted.
 */
export async function sealRecords(rows: readonly Row[]): Promise<SealedRecord[]> {
  const sealed: SealedRecord[] = []
  for (const [at, row] of rows.entries()) {
    if (at > 0 && at % AT_A_STRETCH === 0) await setImmediate()
    sealed.push(seal(row))
  }
  return sealed.sort((a, b) => (a.recordId < b.recordId ? -1 : 1))
}

function seal({ id, record_id, version, salt, hash, data }: Row): SealedRecord {
  const leaf = recordLeaf({ recordId: record_id, version, salt, data })
  if (leaf !== hash) throw new Refusal('revisionAltered', { version })
  const agency = data.agency as { staff_number?: string | null } | undefined
  return { recordId: record_id, revisionId: id, version, leaf, staffNumber: agency?.staff_number ?? null }
}
