import 'server-only'
import { batchName } from '@/lib/domain/batch-words'
import type { Actor } from '@/lib/domain/policy'
import { db } from '../db'
import { readRecord } from './load'
import { approvedBy } from './printed-form'

/** The record as it was approved by the end of a day, to read on the screen; null where nothing was approved by then. */
export async function pastRecord(actor: Actor, recordId: string, on: string) {
  const { sight } = await readRecord(db, actor, recordId)
  const item = await approvedBy(recordId, on)
  if (item === null) return null
  const { version, batch, revision } = item
  return {
    version,
    data: sight.document(revision.data),
    batch: batchName(batch),
    approver: batch.approverName ?? '',
    approvedAt: batch.closedAt ?? batch.frozenAt,
  }
}
