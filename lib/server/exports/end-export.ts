import 'server-only'
import { z } from 'zod'
import type { ExportState } from '@/lib/domain/exports/export-words'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import { isHeadOf } from '../approvals/batch-access'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { NOTHING_AWAITED } from './await-answer'
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
    if (!mayRefuse(actor, found)) throw new Refusal('exportDecided', {})
    const { count } = await tx.legalExport.updateMany({
      where: { id: found.id, state: found.state },
      data: { ...NOTHING_AWAITED, state: 'refused', reason: input.reason, closedAt: now },
    })
    if (count === 0) throw new Refusal('exportDecided', {})
    const subject = { type: 'export', id: found.id, name: found.subjectName } as const
    const detail = { kind: found.kind, reason: input.reason }
    await writeAudit(tx, actor, { action: 'export.refused', subject, unitPath: found.unit.path, detail }, now)
  })
}

/** The head what is theirs to sign, the keeper what is theirs to seal: also what they signed, while the authority is silent about it. */
const BY_HEAD: ExportState[] = ['requested', 'signatureWaits']
const BY_KEEPER: ExportState[] = ['signed', 'sealWaits']

export const mayRefuse = (actor: Actor, { state, unitId }: { state: ExportState; unitId: string }) =>
  (BY_HEAD.includes(state) && isHeadOf(actor, unitId)) || (BY_KEEPER.includes(state) && keepsSealOf(actor, unitId))

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
