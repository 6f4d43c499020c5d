import 'server-only'
import { z } from 'zod'
import { isRealDay } from '@/lib/catalogue/days'
import { readEvidence } from '@/lib/documents/evidence/read-evidence'
import { dateColumn } from '@/lib/domain/calendar'
import { UnfitEvidence } from '@/lib/domain/evidence/evidence-fault'
import { requirePhoto } from '@/lib/domain/evidence/photo-rule'
import { isPhoto, placeOf, type ValuePlace } from '@/lib/domain/evidence/place'
import { Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { db } from '../db'
import { loadRecord } from '../records/load'
import { fileStore } from '../storage/file-store'
import { endOtherPhotos } from './end-links'
import { linkEvidence } from './link-evidence'
import { lockContent } from './lock-content'

/** So many papers a record may have at a time: a whole working life has some dozens. */
const MOST_PAPERS = 300

export const Place = z.object({ section: z.string(), code: z.string(), row: z.string().max(64).default('') })

/** A page is counted from 1. */
const Page = z.coerce.number('Ghi số trang.').int('Ghi số trang.').min(1, 'Ghi số trang từ 1.').max(10_000).nullable()

export const AddEvidence = Place.extend({
  recordId: z.uuid(),
  fileName: typedText(200, 'Chọn một tệp.'),
  documentNo: typedText(100),
  documentOn: z.string().refine(isRealDay, 'Ngày không có thật. Ghi ngày/tháng/năm.').nullable(),
  page: Page,
  bytes: z.instanceof(Uint8Array),
})

export const LinkEvidence = Place.extend({ evidenceId: z.uuid(), page: Page })

/**
 * Takes a paper in and puts it beside a value. The picture at the head of the form is taken the same way and replaces the
 * one before it. Throws a refusal that says what is wrong with the file.
 */
export async function addEvidence({ transact, actor, input, now }: Call<z.output<typeof AddEvidence>>) {
  const place = requirePlace(input)
  // Whoever may not write here fills no disk.
  await loadRecord(db, actor, 'evidence.add', input.recordId)
  const read = await readEvidence(input.bytes, input.fileName).catch(refuse)
  if (isPhoto(place)) requirePhoto({ ...read, bytes: read.bytes.length })
  return transact(async (tx) => {
    const record = await loadRecord(tx, actor, 'evidence.add', input.recordId, { lock: true })
    const standing = await tx.evidence.count({ where: { recordId: record.id, goneAt: null } })
    if (standing >= MOST_PAPERS) throw new Refusal('evidenceTooMany', { most: MOST_PAPERS })
    const sha256 = await lockContent(tx, read.bytes)
    // Within the transaction: what sweeps the store waits for it, and cannot take a file that is just being referred to.
    await fileStore('evidence').put(read.bytes)
    const { id } = await tx.evidence.create({
      data: {
        ...{ recordId: record.id, sha256, bytes: read.bytes.length, kind: read.kind, pages: read.pages },
        ...{ fileName: input.fileName, documentNo: input.documentNo || null },
        documentOn: input.documentOn === null ? null : dateColumn(input.documentOn),
        ...{ byUserId: actor.userId, byName: actor.personName, at: now },
      },
      select: { id: true },
    })
    if (isPhoto(place)) await endOtherPhotos(tx, actor, record.id, now)
    await linkEvidence(tx, actor, { record, evidence: { id, pages: read.pages }, place, page: input.page }, now)
    await writeAudit(
      tx,
      actor,
      {
        action: 'evidence.added',
        subject: { type: 'record', id: record.id, name: record.person.fullName },
        unitPath: record.person.unitPath,
        detail: { evidence: id, sha256, section: place.section, fields: [place.code], row: place.row },
      },
      now,
    )
    return { id }
  })
}

export function requirePlace(input: z.output<typeof Place>): ValuePlace {
  const place = placeOf(input)
  if (!place) throw new Refusal('notFound', {})
  return place
}

function refuse(error: unknown): never {
  if (!(error instanceof UnfitEvidence)) throw error
  if (error.fault === 'evidenceMisnamed' && error.misnamed) throw new Refusal('evidenceMisnamed', error.misnamed)
  throw new Refusal(error.fault as 'evidenceDamaged', {})
}
