import 'server-only'
import { z } from 'zod'
import type { BatchState } from '@/lib/domain/batch-words'
import { Refusal } from '@/lib/domain/refusal'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { waitingBatch } from './batch-access'

export const CancelBatch = z.object({ batchId: z.uuid() })

/** Also one whose authority stays silent: it may never answer. */
const OPEN: BatchState[] = ['frozen', 'waitingForRevocationCheck']

/** Gives up signing: the records go back to where they were, checked. */
export function cancelBatch({ transact, actor, input, now }: Call<z.output<typeof CancelBatch>>) {
  return transact(async (tx) => {
    const { batch, unit } = await waitingBatch(tx, actor, input.batchId, OPEN)
    const { count } = await tx.approvalBatch.updateMany({
      where: { id: batch.id, state: { in: OPEN } },
      data: { state: 'cancelled', closedAt: now, askAgainAt: null },
    })
    if (count === 0) throw new Refusal('batchNotFrozen', {})
    const freed = await tx.$executeRaw`
      UPDATE submission SET state = 'checked' FROM approval_item AS item
      WHERE item.batch_id = ${batch.id}::uuid AND item.kind <> 'unchanged'
        AND submission.revision_id = item.revision_id AND submission.state = 'frozen'`
    await writeAudit(
      tx,
      actor,
      {
        action: 'batch.cancelled',
        subject: { type: 'batch', id: batch.id, name: unit.name },
        unitPath: unit.path,
        detail: { period: batch.period, count: freed },
      },
      now,
    )
    return { unitId: unit.id }
  })
}
