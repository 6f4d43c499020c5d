import 'server-only'
import { nextAsk } from '@/lib/domain/ask-again'
import type { Prisma } from '@/prisma/generated/client'
import { writeAudit } from '../audit'
import type { Tx } from '../db'
import { type Approval, holdBatch, requireMandate } from './approve'
import { holdItems, requireUnchanged } from './require-unchanged'

/** Keeps a signed paper whose signer may have been revoked: nothing is approved, everything stays locked, and the worker asks again. */
export async function awaitAuthority(
  tx: Tx,
  { acting, approver, batch, unit, signedPdf, verdict, receivedAt }: Approval,
) {
  await holdBatch(tx, batch)
  await requireMandate(tx, batch, receivedAt)
  await requireUnchanged(batch, await holdItems(tx, batch))
  await tx.approvalBatch.update({
    where: { id: batch.id },
    data: {
      state: 'waitingForRevocationCheck',
      signedPdf: new Uint8Array(signedPdf),
      verdict: verdict as unknown as Prisma.InputJsonValue,
      approverId: approver.userId,
      approverName: approver.personName,
      receivedAt,
      askAgainAt: nextAsk(0, receivedAt),
      asked: 0,
    },
  })
  await writeAudit(
    tx,
    acting,
    {
      action: 'batch.awaitsAuthority',
      subject: { type: 'batch', id: batch.id, name: unit.name },
      unitPath: unit.path,
      detail: { period: batch.period, count: batch.count },
    },
    receivedAt,
  )
}
