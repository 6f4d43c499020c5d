import 'server-only'
import { readManifest } from '@/lib/documents/manifest'
import { merkleRoot } from '@/lib/documents/merkle'
import { Refusal } from '@/lib/domain/refusal'
import type { Tx } from '../db'
import type { WaitingBatch } from './batch-access'
import { sealRecords, storedRecords } from './sealed-records'

type Row = {
  record_id: string
  revision_id: string
  version: number
  leaf: string
  unchanged: boolean
  state: string
  stands: boolean
}

/** What a batch is about, locked and read. */
export type HeldItems = {
  rows: Row[]
  stored: Awaited<ReturnType<typeof storedRecords>>
  /** The revisions that are new. */
  changed: string[]
}

/** Locks the records of a batch and reads what is stored of them. Throws `batchChanged` when one is no longer frozen. */
export async function holdItems(tx: Tx, { id }: Pick<WaitingBatch, 'id'>): Promise<HeldItems> {
  await tx.$queryRaw`
    SELECT record.id FROM record JOIN approval_item AS item ON item.record_id = record.id
    WHERE item.batch_id = ${id}::uuid ORDER BY record.id FOR UPDATE OF record`
  const rows = await tx.$queryRaw<Row[]>`
    SELECT item.record_id, item.revision_id, item.version, item.leaf, item.kind = 'unchanged' AS unchanged,
      submission.state::text AS state, record.approved_revision_id IS NOT DISTINCT FROM item.revision_id AS stands
    FROM approval_item AS item
    JOIN record ON record.id = item.record_id
    JOIN submission ON submission.revision_id = item.revision_id
    WHERE item.batch_id = ${id}::uuid ORDER BY item.record_id`
  const inPlace = rows.every((row) => (row.unchanged ? row.stands : row.state === 'frozen'))
  if (!inPlace) throw new Refusal('batchChanged', {})
  const stored = await storedRecords(
    tx,
    rows.map((row) => row.revision_id),
  )
  return { rows, stored, changed: rows.filter((row) => !row.unchanged).map((row) => row.revision_id) }
}

/** Makes sure that what is stored still says what the manifest says: the same versions, hashing to the same root. Throws `batchChanged`. */
export async function requireUnchanged(
  { manifest: text, root }: Pick<WaitingBatch, 'manifest' | 'root'>,
  { rows, stored }: HeldItems,
): Promise<void> {
  const sealed = await sealRecords(stored)
  const manifest = readManifest(Buffer.from(text, 'utf8'))
  const asSigned =
    manifest?.records.length === rows.length &&
    sealed.length === rows.length &&
    sealed.every(({ recordId, version, leaf }, index) => {
      const [row, signed] = [rows[index], manifest.records[index]]
      const inRow = row?.record_id === recordId && row.version === version && row.leaf === leaf
      return inRow && signed?.id === recordId && signed.version === version && signed.leaf === leaf
    })
  if (!asSigned || merkleRoot(sealed.map(({ leaf }) => leaf)) !== root) {
    throw new Refusal('batchChanged', {})
  }
}
