import 'server-only'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { isUuid } from '@/lib/domain/uuid'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { db } from '../db'
import { fileName } from './accept-signed'
import { unitFor } from './batch-access'
import { paperOf } from './start-signature'

/** The paper of a batch: signed, or as it waits for the signature. Throws `notFound` outside the actor's reach; the log keeps who took it. */
export async function batchPaper({ transact, actor, input, now }: Call<{ batchId: string }>) {
  const { batch, unit } = await readable(actor, input.batchId)
  const isSigned = batch.signedPdf !== null
  await transact((tx) =>
    writeAudit(
      tx,
      actor,
      {
        action: 'document.downloaded',
        subject: { type: 'batch', id: batch.id, name: unit.name },
        unitPath: unit.path,
        detail: { period: batch.period, signed: isSigned },
      },
      now,
    ),
  )
  return {
    name: isSigned ? fileName(batch) : `cho-ky-${fileName(batch)}`,
    isSigned,
    pdf: batch.signedPdf ?? paperOf(batch),
  }
}

async function readable(actor: Actor, batchId: string) {
  if (!isUuid(batchId)) throw new Refusal('notFound', {})
  const batch = await db.approvalBatch.findUnique({
    where: { id: batchId },
    select: {
      id: true,
      unitId: true,
      kind: true,
      period: true,
      number: true,
      signedPdf: true,
      preparedPdf: true,
      gap: true,
    },
  })
  if (!batch) throw new Refusal('notFound', {})
  return { batch, unit: await unitFor(db, actor, 'batch.read', batch.unitId) }
}
