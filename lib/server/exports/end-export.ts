import 'server-only'
import { z } from 'zod'
import { Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import { isHeadOf } from '../approvals/batch-access'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { exportFor, keepsSealOf } from './export-access'

export const RefuseExport = z.object({
  exportId: z.uuid(),
  reason: typedText(300, 'Ghi lý do để người đề nghị biết.'),
})
export const CancelExport = z.object({ exportId: z.uuid() })

/** The head, before signing, or the keeper, before sealing, says no. It never had a number. */
export function refuseExport({ transact, actor, input, now }: Call<z.output<typeof RefuseExport>>) {
  return transact(async (tx) => {
    const found = await exportFor(tx, actor, input.exportId)
    const may =
      (found.state === 'requested' && isHeadOf(actor, found.unitId)) ||
      (found.state === 'signed' && keepsSealOf(actor, found.unitId))
    if (!may) throw new Refusal('exportDecided', {})
    const { count } = await tx.legalExport.updateMany({
      where: { id: found.id, state: found.state },
      data: { state: 'refused', reason: input.reason, closedAt: now },
    })
    if (count === 0) throw new Refusal('exportDecided', {})
    const subject = { type: 'export', id: found.id, name: found.subjectName } as const
    const detail = { kind: found.kind, reason: input.reason }
    await writeAudit(tx, actor, { action: 'export.refused', subject, unitPath: found.unit.path, detail }, now)
  })
}

/** Who asked takes it back, as long as nobody has signed. */
export function cancelExport({ transact, actor, input, now }: Call<z.output<typeof CancelExport>>) {
  return transact(async (tx) => {
    const found = await exportFor(tx, actor, input.exportId)
    if (found.requestedById !== actor.userId) throw new Refusal('notFound', {})
    const { count } = await tx.legalExport.updateMany({
      where: { id: found.id, state: 'requested' },
      data: { state: 'cancelled', closedAt: now },
    })
    if (count === 0) throw new Refusal('exportDecided', {})
    const subject = { type: 'export', id: found.id, name: found.subjectName } as const
    const detail = { kind: found.kind }
    await writeAudit(tx, actor, { action: 'export.cancelled', subject, unitPath: found.unit.path, detail }, now)
  })
}
