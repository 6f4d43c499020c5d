import 'server-only'
import type { z } from 'zod'
import { isPhoto, type ValuePlace, valueAt } from '@/lib/domain/evidence/place'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import type { Tx } from '../db'
import { type LoadedRecord, loadRecord } from '../records/load'
import { type LinkEvidence, requirePlace } from './add-evidence'

type Linked = {
  record: LoadedRecord
  evidence: { id: string; pages: number | null }
  place: ValuePlace
  page: number | null
}

/** Puts a paper beside a value of the draft. Refuses a row that is not kept yet and a page the paper does not have. */
export async function linkEvidence(tx: Tx, actor: Actor, { record, evidence, place, page }: Linked, now: Date) {
  if (place.row !== '' && valueAt(record.draft, place) === null) throw new Refusal('evidenceRowMissing', {})
  const pages = evidence.pages ?? 1
  if (page !== null && page > pages) throw new Refusal('evidencePageBeyond', { pages })
  await tx.evidenceLink.create({
    data: {
      ...{ evidenceId: evidence.id, recordId: record.id, ...place, page },
      ...{ byUserId: actor.userId, byName: actor.personName, at: now },
    },
  })
}

/** A paper the record already has, put beside another value: nobody files the same decision twice. */
export async function reuseEvidence({ transact, actor, input, now }: Call<z.output<typeof LinkEvidence>>) {
  const place = requirePlace(input)
  if (isPhoto(place)) throw new Refusal('notFound', {})
  return transact(async (tx) => {
    const evidence = await tx.evidence.findUnique({
      where: { id: input.evidenceId, goneAt: null },
      select: { id: true, pages: true, recordId: true, links: { where: { endedAt: null } } },
    })
    // A portrait is no paper.
    if (!evidence || evidence.links.some(isPhoto)) throw new Refusal('notFound', {})
    const record = await loadRecord(tx, actor, 'evidence.add', evidence.recordId, { lock: true })
    const stands = evidence.links.some(
      ({ section, code, row }) => section === place.section && code === place.code && row === place.row,
    )
    if (stands) throw new Refusal('evidenceStands', {})
    await linkEvidence(tx, actor, { record, evidence, place, page: input.page }, now)
    await writeAudit(
      tx,
      actor,
      {
        action: 'evidence.linked',
        subject: { type: 'record', id: record.id, name: record.person.fullName },
        unitPath: record.person.unitPath,
        detail: { evidence: evidence.id, section: place.section, fields: [place.code], row: place.row },
      },
      now,
    )
    return { recordId: record.id }
  })
}
