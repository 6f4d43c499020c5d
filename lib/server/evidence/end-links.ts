import 'server-only'
import { z } from 'zod'
import { isPhoto, PHOTO, placeOf, valueAt } from '@/lib/domain/evidence/place'
import { type Actor, can } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import type { Tx } from '../db'
import { loadRecord, type RecordFor } from '../records/load'
import { IS_KEPT } from './kept'
import { saidOf } from './value-states'

export const RemoveEvidence = z.object({ linkId: z.uuid() })

/**
 * Takes a paper away from a value. What nothing refers to any more is gone with it; what a version that was sent or
 * signed refers to stays with that version. A person takes away what they brought; nobody what a value was checked by.
 */
export async function removeEvidence({ transact, actor, input, now }: Call<z.output<typeof RemoveEvidence>>) {
  return transact(async (tx) => {
    const link = await tx.evidenceLink.findUnique({
      where: { id: input.linkId, endedAt: null },
      select: {
        ...{ id: true, recordId: true, section: true, code: true, row: true, evidenceId: true },
        evidence: { select: { byUserId: true, byName: true, sha256: true } },
      },
    })
    if (!link) throw new Refusal('notFound', {})
    const record = await loadRecord(tx, actor, 'evidence.add', link.recordId, { lock: true })
    if (!isOffice(actor, record) && link.evidence.byUserId !== actor.userId)
      throw new Refusal('evidenceOfOther', { name: link.evidence.byName })
    const place = placeOf(link)
    const value = place && (isPhoto(place) ? link.evidence.sha256 : valueAt(record.draft, place))
    const said = place && (await saidOf(tx, record.id, place, value))
    if (said && said.evidenceId === link.evidenceId) throw new Refusal('evidenceChecked', { name: said.byName })
    const ended = { endedAt: now, endedBy: actor.personName }
    const { count } = await tx.evidenceLink.updateMany({ where: { id: link.id, endedAt: null }, data: ended })
    if (count === 0) throw new Refusal('notFound', {})
    await forgetUnused(tx, link.evidenceId, now)
    await writeAudit(
      tx,
      actor,
      {
        action: 'evidence.removed',
        subject: { type: 'record', id: record.id, name: record.person.fullName },
        unitPath: record.person.unitPath,
        detail: { evidence: link.evidenceId, section: link.section, fields: [link.code], row: link.row },
      },
      now,
    )
    return { recordId: record.id }
  })
}

/** Speaks this actor for the unit here? About one's own record nobody does. */
const isOffice = (actor: Actor, { person }: RecordFor<'evidence.add'>) =>
  person.id !== actor.personId && can(actor, 'evidence.add', { personId: null, unitPath: person.unitPath })

/** One picture stands at the head of the form. */
export async function endOtherPhotos(tx: Tx, actor: Actor, recordId: string, now: Date): Promise<void> {
  const { section, code } = PHOTO
  const earlier = await tx.evidenceLink.findMany({
    where: { recordId, section, code, endedAt: null },
    select: { id: true, evidenceId: true },
  })
  for (const { id, evidenceId } of earlier) {
    await tx.evidenceLink.update({ where: { id }, data: { endedAt: now, endedBy: actor.personName } })
    await forgetUnused(tx, evidenceId, now)
  }
}

/** Gone at once for who reads; the worker takes the bytes. */
const forgetUnused = (tx: Tx, evidenceId: string, now: Date) => tx.$executeRaw`
  UPDATE evidence e SET gone_at = ${now} WHERE e.id = ${evidenceId}::uuid AND e.gone_at IS NULL
    AND NOT EXISTS (SELECT FROM evidence_link o WHERE o.evidence_id = e.id AND o.ended_at IS NULL) AND NOT ${IS_KEPT}`
