import 'server-only'
import { z } from 'zod'
import { Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import { Prisma } from '@/prisma/generated/client'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { sqlWithin } from '../within'
import { CAUSE, DELIVERIES, RESENDABLE } from './stuck'

/** One delivery, or all that are stuck for the same cause. */
export const ResendInput = z.object({
  id: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  cause: z.string().max(100).optional(),
  reason: typedText(500),
})

/** Puts deliveries back in the outbox, each with its trace and the reason. Answers how many. */
export async function resend({ transact, actor, input, now }: Call<z.output<typeof ResendInput>>): Promise<number> {
  if (input.reason === '') throw new Refusal('reasonMissing', { for: 'việc gửi lại' }, { reason: 'Ghi lý do gửi lại.' })
  if (!input.id && !input.cause) throw new Refusal('deliveryNotResendable', {})
  const which = input.id ? Prisma.sql`d.id = ${BigInt(input.id)}` : Prisma.sql`${CAUSE} = ${input.cause}`
  return transact(async (tx) => {
    const chosen = await tx.$queryRaw<{ id: bigint; name: string; unitPath: string }[]>`
      SELECT d.id, p.full_name AS name, u.path AS "unitPath" FROM ${DELIVERIES}
      WHERE ${sqlWithin(actor, 'push.resend')} AND ${RESENDABLE} AND ${which}
      ORDER BY d.id FOR UPDATE OF d`
    if (chosen.length === 0) throw new Refusal('deliveryNotResendable', {})
    await tx.$executeRaw`
      UPDATE delivery
      SET state = 'waiting', due_at = clock_timestamp(), attempts = 0, errors = '[]', reason_code = NULL, settled_at = NULL
      WHERE id = ANY(${chosen.map(({ id }) => id)})`
    for (const { id, name, unitPath } of chosen) {
      const subject = { type: 'delivery', id: String(id), name } as const
      await writeAudit(
        tx,
        actor,
        { action: 'delivery.resent', subject, unitPath, detail: { reason: input.reason } },
        now,
      )
    }
    return chosen.length
  })
}
