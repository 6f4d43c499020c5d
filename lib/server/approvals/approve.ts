import 'server-only'
import { isOpen, type Verdict } from '@/lib/documents/pdf-signature/verdict'
import { nextAsk } from '@/lib/domain/ask-again'
import { dateColumn, dayOf } from '@/lib/domain/calendar'
import { Refusal } from '@/lib/domain/refusal'
import type { Prisma } from '@/prisma/generated/client'
import { type Acting, writeAudit } from '../audit'
import type { Tx } from '../db'
import { projectRevisions } from '../projection'
import { enqueueDeliveries } from '../pushes/enqueue'
import type { BatchUnit, WaitingBatch } from './batch-access'
import { followRecords } from './follow-records'
import { holdItems, requireUnchanged } from './require-unchanged'

export type Approval = {
  /** For the log: who signed, or the worker, when the authorities have answered at last. */
  acting: Acting
  approver: { userId: string; personName: string }
  batch: WaitingBatch
  unit: BatchUnit
  signedPdf: Uint8Array
  verdict: Verdict
  /** When the signed paper came back. */
  receivedAt: Date
  now: Date
}

/** The approval and all that follows from it, whole or not at all: states, typed tables, outbox, log. */
export async function approve(tx: Tx, approval: Approval) {
  const { batch, receivedAt } = approval
  await holdBatch(tx, batch)
  await requireMandate(tx, batch, receivedAt)
  const held = await holdItems(tx, batch)
  // The stored documents are hashed here while PostgreSQL writes what follows; one that differs takes everything back.
  const done = await Promise.allSettled([requireUnchanged(batch, held), carryOut(tx, approval, held.changed)])
  const failed = done.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
}

/** Everything an approval brings about. */
async function carryOut(tx: Tx, approval: Approval, changed: string[]) {
  const { acting, approver, batch, unit, signedPdf, verdict, receivedAt, now } = approval
  await tx.$executeRaw`
    UPDATE submission SET state = 'approved' WHERE revision_id = ANY(${changed}::uuid[])`
  await tx.$executeRaw`
    UPDATE record SET approved_revision_id = revision.id FROM revision
    WHERE revision.id = ANY(${changed}::uuid[]) AND record.id = revision.record_id`
  await projectRevisions(tx, changed)
  await followRecords(tx, changed, { actor: acting, now })
  // What is re-affirmed unchanged has been sent before.
  await enqueueDeliveries(tx, changed, now)
  await tx.approvalBatch.update({
    where: { id: batch.id },
    data: {
      state: 'approved',
      signedPdf: new Uint8Array(signedPdf),
      verdict: verdict as unknown as Prisma.InputJsonValue,
      approverId: approver.userId,
      approverName: approver.personName,
      closedAt: now,
      receivedAt,
      // What has no time stamp yet gets one as soon as somebody gives it.
      ...(isOpen(verdict, 'timeStampMissing') ? { askAgainAt: nextAsk(0, now), asked: 0 } : { askAgainAt: null }),
    },
  })
  await writeAudit(
    tx,
    acting,
    {
      action: 'batch.approved',
      subject: { type: 'batch', id: batch.id, name: unit.name },
      unitPath: unit.path,
      detail: { period: batch.period, count: batch.count, changed: changed.length, root: batch.root },
    },
    now,
  )
}

/**
 * A mandate taken back while the signature was being made no longer counts; taking it back waits for this to end. One taken back
 * after the paper had come, while the authorities were silent, does.
 */
export async function requireMandate(
  tx: Tx,
  { mandateId, state }: Pick<WaitingBatch, 'mandateId' | 'state'>,
  receivedAt: Date,
) {
  if (mandateId === null) return
  const before = state === 'frozen' ? FOREVER : receivedAt
  const [mandate] = await tx.$queryRaw<{ documentNo: string; over: boolean }[]>`
    SELECT document_no AS "documentNo",
      (revoked_at IS NOT NULL AND revoked_at <= ${before}) OR valid_until < ${dateColumn(dayOf(receivedAt))}::date AS over
    FROM mandate WHERE id = ${mandateId}::uuid FOR SHARE`
  if (!mandate || mandate.over) throw new Refusal('mandateEnded', { documentNo: mandate?.documentNo ?? '' })
}

const FOREVER = new Date('9999-01-01')

/** Of two signatures at once, the second waits here and finds the batch approved; one over an older paper is refused. */
export async function holdBatch(tx: Tx, { id, preparedSha256, state: expected }: WaitingBatch) {
  await tx.$queryRaw`SELECT id FROM approval_batch WHERE id = ${id}::uuid FOR UPDATE`
  const { state, preparedSha256: now } = await tx.approvalBatch.findUniqueOrThrow({
    where: { id },
    select: { state: true, preparedSha256: true },
  })
  if (state !== expected) throw new Refusal('batchNotFrozen', {})
  if (now !== preparedSha256) throw new Refusal('batchChanged', {})
}
