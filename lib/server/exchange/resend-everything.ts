import 'server-only'
import { z } from 'zod'
import { mayAnywhere } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { installationProfile } from '../national/installation'

export const ResendEverything = z.object({ reason: typedText(500, 'Ghi vì sao gửi lại tất cả.') })

/**
 * After the database came back from a backup nobody knows what was sent in between: the newest approved version of
 * everybody goes out once more, as EDIT, which puts the full state in place of whatever the other side holds. One
 * statement, however many; answers how many.
 */
export async function resendEverything({ transact, actor, input, now }: Call<z.output<typeof ResendEverything>>) {
  if (!mayAnywhere(actor, 'exchange.manage')) throw new Refusal('notFound', {})
  const profile = installationProfile()
  if (!profile) throw new Refusal('connectionNotConfigured', {})
  return transact(async (tx) => {
    const count = await tx.$executeRaw`
      UPDATE delivery d
      SET state = 'waiting', uncertain = true, attempts = 0, errors = '[]', reason_code = NULL, settled_at = NULL,
        due_at = clock_timestamp()
      WHERE d.state IN ('accepted', 'refused', 'parked')
        AND NOT EXISTS (SELECT FROM withdrawn_revision w WHERE w.revision_id = d.revision_id)
        AND NOT EXISTS (SELECT FROM delivery newer WHERE newer.record_id = d.record_id AND newer.version > d.version
          AND NOT EXISTS (SELECT FROM withdrawn_revision w WHERE w.revision_id = newer.revision_id))`
    const subject = { type: 'channel', id: profile.id, name: profile.title } as const
    const detail = { reason: input.reason, count }
    await writeAudit(tx, actor, { action: 'channel.resentAll', subject, unitPath: '', detail }, now)
    return count
  })
}
