import 'server-only'
import { batchName } from '@/lib/domain/batch-words'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { writeAudit } from '../audit'
import type { Tx } from '../db'

/**
 * A version under way when somebody moves: carried, it waits for the receiving unit; settled, it goes back to the person.
 * Throws `frozenForSigning` while it is being signed.
 */
export async function settleOpenChanges(
  tx: Tx,
  actor: Actor,
  recordId: string,
  how: 'carry' | 'settle',
  now: Date,
): Promise<void> {
  await tx.$queryRaw`SELECT id FROM record WHERE id = ${recordId}::uuid FOR UPDATE`
  const open = await tx.submission.findFirst({
    where: { recordId, state: { in: ['submitted', 'checked', 'frozen'] } },
    select: {
      id: true,
      state: true,
      revision: { select: { version: true, approvalItems: { select: { batch: true } } } },
      record: { select: { person: { select: { fullName: true, unit: { select: { path: true } } } } } },
    },
  })
  if (!open) return
  if (open.state === 'frozen') {
    const batch = open.revision.approvalItems.find((item) => item.batch.state === 'frozen')?.batch
    throw new Refusal('frozenForSigning', { batch: batch ? batchName(batch) : 'một đợt ký' })
  }
  if (how === 'carry') return
  const why = {
    section: 'agency',
    code: 'employing_unit',
    rowId: null,
    reason: 'Người khai chuyển công tác: gửi lại sau.',
  }
  await tx.submission.update({
    where: { id: open.id },
    data: {
      ...{ state: 'returned', returned: [why] },
      ...{ decidedById: actor.userId, decidedBy: actor.personName, decidedAt: now },
    },
    select: { id: true },
  })
  await tx.record.update({ where: { id: recordId }, data: { hasUnsent: true }, select: { id: true } })
  const { fullName, unit } = open.record.person
  const subject = { type: 'record', id: recordId, name: fullName } as const
  const detail = { version: open.revision.version }
  await writeAudit(tx, actor, { action: 'record.returned', subject, unitPath: unit.path, detail }, now)
}
