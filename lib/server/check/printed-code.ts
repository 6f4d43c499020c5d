import 'server-only'
import { readManifest } from '@/lib/documents/manifest'
import { batchName } from '@/lib/domain/batch-words'
import { initials } from '@/lib/domain/check-code'
import { db } from '../db'
import { batchNumber } from './batch-number'

/** What a stranger with a printed paper is told: whether the approval stands, and whose it is. Names of officials are its only names. */
export type PrintedApproval = {
  standing: 'stands' | 'replaced' | 'withdrawn'
  /** The document that approved it, by its number. */
  number: string
  batch: string
  unitName: string
  approver: { name: string; title: string }
  approvedAt: Date
  version: number
  /** The first digits of the leaf, as printed at the foot. */
  leaf: string
  initials: string
  /** When the approval was taken back, by a signed paper. */
  withdrawnAt: Date | null
  /** When a newer version was approved. */
  replacedAt: Date | null
}

/** Of the code of a printed record; null for a code that is none, or of what was never approved. */
export async function printedApproval(code: string): Promise<PrintedApproval | null> {
  const item = await db.approvalItem.findUnique({
    where: { verifyCode: code },
    select: {
      recordId: true,
      version: true,
      leaf: true,
      revision: {
        select: { withdrawn: { select: { at: true } }, record: { select: { person: { select: { fullName: true } } } } },
      },
      batch: { include: { unit: { select: { code: true, name: true } } } },
    },
  })
  if (item?.batch.state !== 'approved' || !item.batch.closedAt) return null
  const { batch, recordId, version, leaf, revision } = item
  const newer = await db.approvalItem.findFirst({
    where: { recordId, version: { gt: version }, revision: { withdrawn: null }, batch: { state: 'approved' } },
    orderBy: { batch: { closedAt: 'asc' } },
    select: { batch: { select: { closedAt: true } } },
  })
  const approver = readManifest(Buffer.from(batch.manifest, 'utf8'))?.approver
  return {
    standing: revision.withdrawn ? 'withdrawn' : newer ? 'replaced' : 'stands',
    withdrawnAt: revision.withdrawn?.at ?? null,
    number: await batchNumber(batch),
    batch: batchName(batch),
    unitName: batch.unit.name,
    approver: { name: batch.approverName ?? approver?.name ?? '', title: approver?.title ?? '' },
    approvedAt: item.batch.closedAt,
    version,
    leaf: leaf.slice(0, 16),
    initials: initials(revision.record.person.fullName),
    replacedAt: newer?.batch.closedAt ?? null,
  }
}
