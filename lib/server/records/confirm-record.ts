import 'server-only'
import { z } from 'zod'
import { diff } from '@/lib/domain/changes'
import { missingAnswers } from '@/lib/domain/completeness'
import { requireConfirmable } from '@/lib/domain/confirmation'
import { shownOnly } from '@/lib/domain/shown'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import type { Tx } from '../db'
import { completed } from './completed'
import { loadRecord } from './load'

export const ConfirmRecord = z.object({
  recordId: z.uuid(),
  /** The approved version the page showed. */
  version: z.int().min(1),
})

/**
 * “Không có gì thay đổi”: keeps for this month that the approved revision still holds. A second time changes nothing.
 * A returned submission whose changes were all taken back is closed by it.
 */
export async function confirmRecord({ transact, actor, input, now }: Call<z.output<typeof ConfirmRecord>>) {
  return transact(async (tx) => {
    const record = await loadRecord(tx, actor, 'record.submit', input.recordId, { lock: true })
    const approved = await approvedOf(tx, record.approvedRevisionId)
    requireConfirmable({
      approved: approved?.version ?? null,
      shown: input.version,
      underWay: await isUnderWay(tx, record.id),
      unsent: approved ? diff(completed(approved.data), shownOnly(record.draft)).length : 0,
      missing: missingAnswers(record.draft).map(({ section, code, label }) => ({ section, code, label })),
    })
    const period = actor.today.slice(0, 7)
    const { count } = await tx.recordConfirmation.createMany({
      data: {
        recordId: record.id,
        period,
        revisionId: approved?.id ?? '',
        at: now,
        byUserId: actor.userId,
        byName: actor.personName,
      },
      skipDuplicates: true,
    })
    if (count === 0) return { period }
    await tx.submission.updateMany({
      where: { recordId: record.id, state: 'returned', revision: { version: { gt: input.version } } },
      data: { state: 'superseded' },
    })
    const { id, person } = record
    await tx.record.update({ where: { id }, data: { hasUnsent: false } })
    await writeAudit(
      tx,
      actor,
      {
        action: 'record.confirmed',
        subject: { type: 'record', id, name: person.fullName },
        unitPath: person.unitPath,
        detail: { period, version: input.version },
      },
      now,
    )
    return { period }
  })
}

const approvedOf = (tx: Tx, id: string | null) =>
  id === null ? null : tx.revision.findUniqueOrThrow({ where: { id }, select: { id: true, version: true, data: true } })

const isUnderWay = async (tx: Tx, recordId: string) =>
  (await tx.submission.count({ where: { recordId, state: { in: ['submitted', 'checked', 'frozen'] } } })) > 0
