import 'server-only'
import type { Verdict } from '@/lib/documents/pdf-signature/verdict'
import { dateColumn, dayOf } from '@/lib/domain/calendar'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { Prisma } from '@/prisma/generated/client'
import { writeAudit } from '../audit'
import type { Tx } from '../db'
import { projectRevisions } from '../projection'
import { enqueueDeliveries } from '../pushes/enqueue'
import type { BatchUnit, WaitingBatch } from './batch-access'
import { followRecords } from './follow-records'
import { requireUnchanged } from './require-unchanged'

type Approval = {
  actor: Actor
  batch: WaitingBatch
  unit: BatchUnit
  signedPdf: Uint8Array
  verdict: Verdict
  now: Date
}

/** The approval and all that follows from it, whole or not at all: states, typed tables, outbox, log. */
export async function approve(tx: Tx, { actor, batch, unit, signedPdf, verdict, now }: Approval) {
  await holdBatch(tx, batch)
  await requireMandate(tx, batch, now)
  const changed = await requireUnchanged(tx, batch)
  await tx.$executeRaw`
    UPDATE submission SET state = 'approved' WHERE revision_id = ANY(${changed}::uuid[])`
  await tx.$executeRaw`
    UPDATE record SET approved_revision_id = revision.id FROM revision
    WHERE revision.id = ANY(${changed}::uuid[]) AND record.id = revision.record_id`
  await projectRevisions(tx, changed)
  await followRecords(tx, changed, { actor, now })
  // What is re-affirmed unchanged has been sent before.
  await enqueueDeliveries(tx, changed, now)
  await tx.approvalBatch.update({
    where: { id: batch.id },
    data: {
      state: 'approved',
      signedPdf: new Uint8Array(signedPdf),
      verdict: verdict as unknown as Prisma.InputJsonValue,
      approverId: actor.userId,
      approverName: actor.personName,
      closedAt: now,
    },
  })
  await writeAudit(
    tx,
    actor,
    {
      action: 'batch.approved',
      subject: { type: 'batch', id: batch.id, name: unit.name },
      unitPath: unit.path,
      detail: { period: batch.period, count: batch.count, changed: changed.length, root: batch.root },
    },
    now,
  )
}

/** A mandate taken back while the signature was being made no longer counts; taking it back waits for this to end. */
async function requireMandate(tx: Tx, { mandateId }: WaitingBatch, now: Date) {
  if (mandateId === null) return
  const [mandate] = await tx.$queryRaw<{ documentNo: string; over: boolean }[]>`
    SELECT document_no AS "documentNo", revoked_at IS NOT NULL OR valid_until < ${dateColumn(dayOf(now))}::date AS over
    FROM mandate WHERE id = ${mandateId}::uuid FOR SHARE`
  if (!mandate || mandate.over) throw new Refusal('mandateEnded', { documentNo: mandate?.documentNo ?? '' })
}

/** Of two signatures at once, the second waits here and finds the batch approved; one over an older paper is refused. */
async function holdBatch(tx: Tx, { id, preparedSha256 }: WaitingBatch) {
  await tx.$queryRaw`SELECT id FROM approval_batch WHERE id = ${id}::uuid FOR UPDATE`
  const { state, preparedSha256: now } = await tx.approvalBatch.findUniqueOrThrow({
    where: { id },
    select: { state: true, preparedSha256: true },
  })
  if (state !== 'frozen') throw new Refusal('batchNotFrozen', {})
  if (now !== preparedSha256) throw new Refusal('batchChanged', {})
}
