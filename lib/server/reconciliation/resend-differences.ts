import 'server-only'
import { z } from 'zod'
import { DIFFERENCES, RESENDABLE_DIFFERENCES } from '@/lib/domain/exchange/differences'
import { mayAnywhere } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import { Prisma } from '@/prisma/generated/client'
import { writeAuditOfMany } from '../audit'
import type { Call } from '../call'
import type { Tx } from '../db'
import { enqueueDeliveries } from '../pushes/enqueue'
import { sqlWithin } from '../within'

/** One difference, or all of the newest comparison that the filter of the page shows. */
export const ResendDifferences = z.object({
  id: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  kind: z.enum(DIFFERENCES).optional(),
  unitId: z.uuid().optional(),
  reason: typedText(500, 'Ghi lý do gửi lại.'),
})

type Chosen = { id: bigint; recordId: string; name: string; unitPath: string }

/** Puts the newest approved version of these people in the outbox once more, as EDIT, with its trace and the reason. Answers how many. */
export async function resendDifferences({ transact, actor, input, now }: Call<z.output<typeof ResendDifferences>>) {
  if (!mayAnywhere(actor, 'push.resend')) throw new Refusal('notFound', {})
  const which = [
    ...(input.id ? [Prisma.sql`x.id = ${BigInt(input.id)}`] : []),
    ...(input.kind ? [Prisma.sql`x.kind = ${input.kind}::"DifferenceKind"`] : []),
    ...(input.unitId
      ? [Prisma.sql`starts_with(u.path, (SELECT path FROM unit WHERE id = ${input.unitId}::uuid))`]
      : []),
  ]
  return transact(async (tx) => {
    const chosen = await tx.$queryRaw<Chosen[]>`
      SELECT x.id, r.id AS "recordId", p.full_name AS name, u.path AS "unitPath"
      FROM reconciliation_difference x JOIN record r ON r.id = x.record_id
      JOIN person p ON p.id = r.person_id JOIN unit u ON u.id = p.unit_id
      WHERE x.run_id = (SELECT id FROM reconciliation WHERE ended_at IS NOT NULL AND failure IS NULL ORDER BY started_at DESC LIMIT 1)
        AND x.resent_at IS NULL AND x.kind = ANY(${RESENDABLE_DIFFERENCES}::"DifferenceKind"[])
        AND ${sqlWithin(actor, 'push.resend')} ${which.length === 0 ? Prisma.empty : Prisma.sql`AND ${Prisma.join(which, ' AND ')}`}
      ORDER BY x.id FOR UPDATE OF x`
    if (chosen.length === 0) throw new Refusal('deliveryNotResendable', {})
    await putBack(tx, chosen, now)
    const entries = chosen.map(({ recordId, name, unitPath }) => ({
      action: 'delivery.resent' as const,
      subject: { type: 'record' as const, id: recordId, name },
      unitPath,
      detail: { reason: input.reason, reconciled: true },
    }))
    await writeAuditOfMany(tx, actor, entries, now)
    return chosen.length
  })
}

/** Of each record the newest version that was not withdrawn; what never was in the outbox goes there. */
async function putBack(tx: Tx, chosen: readonly Chosen[], now: Date) {
  const recordIds = chosen.map(({ recordId }) => recordId)
  const records = await tx.record.findMany({
    where: { id: { in: recordIds }, approvedRevisionId: { not: null } },
    select: { approvedRevisionId: true },
  })
  await enqueueDeliveries(
    tx,
    records.flatMap(({ approvedRevisionId }) => approvedRevisionId ?? []),
    now,
  )
  await tx.$executeRaw`
    UPDATE delivery d
    SET state = 'waiting', uncertain = true, attempts = 0, errors = '[]', reason_code = NULL, settled_at = NULL,
      due_at = clock_timestamp()
    WHERE d.record_id = ANY(${recordIds}::uuid[]) AND d.state IN ('accepted', 'refused', 'parked')
      AND d.reason_code IS DISTINCT FROM 'proofFailed'
      AND NOT EXISTS (SELECT FROM withdrawn_revision w WHERE w.revision_id = d.revision_id)
      AND NOT EXISTS (SELECT FROM delivery newer WHERE newer.record_id = d.record_id AND newer.version > d.version
        AND NOT EXISTS (SELECT FROM withdrawn_revision w WHERE w.revision_id = newer.revision_id))`
  await tx.reconciliationDifference.updateMany({
    where: { id: { in: chosen.map(({ id }) => id) } },
    data: { resentAt: now },
  })
}
