import 'server-only'
import { Refusal } from '@/lib/domain/refusal'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import type { BatchUnit, WaitingBatch } from './batch-access'

type Where = { batch: Pick<WaitingBatch, 'id' | 'period'>; unit: BatchUnit }

/** Does a step of signing; when it is refused, the log keeps why, in a transaction of its own. The batch stays frozen. */
export async function refuseSignature<T>(call: Call<unknown>, where: Where, step: () => T | Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (error) {
    if (error instanceof Refusal) await keepRefusal(call, where, error)
    throw error
  }
}

function keepRefusal({ transact, actor, now }: Call<unknown>, { batch, unit }: Where, refusal: Refusal) {
  const reasons = 'reasons' in refusal.details ? refusal.details.reasons : []
  return transact((tx) =>
    writeAudit(
      tx,
      actor,
      {
        action: 'batch.signatureRefused',
        subject: { type: 'batch', id: batch.id, name: unit.name },
        unitPath: unit.path,
        detail: { period: batch.period, code: refusal.code, reasons },
      },
      now,
    ),
  )
}
