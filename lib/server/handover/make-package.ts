import 'server-only'
import { z } from 'zod'
import { plain } from '@/lib/catalogue/code-list'
import { minutesPdf } from '@/lib/documents/handover/minutes-pdf'
import { contentBytes, packHandover, sha256 } from '@/lib/documents/handover/pack'
import { FILES, type PackageContent } from '@/lib/documents/handover/package-content'
import { packageCv } from '@/lib/documents/handover/package-cv'
import { readManifest } from '@/lib/documents/manifest'
import { batchName } from '@/lib/domain/batch-words'
import { dayOf } from '@/lib/domain/calendar'
import { wholeDocument } from '@/lib/domain/handover/judge-document'
import { isWhole } from '@/lib/domain/masking'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { db } from '../db'
import { readingDetail } from '../records/note-read'
import { type Sight, workSight } from '../records/sight'
import { fileStore, readStored } from '../storage/file-store'
import { loadLeaving } from './load-leaving'

export const MakePackage = z.object({ movementId: z.uuid() })

const PROVINCE = 'tỉnh Đồng Tháp'

/**
 * The record of who leaves the province, as it was approved last, with everything that proves it, in one zip that is kept.
 * Throws `nothingSigned` where there is nothing to prove.
 */
export async function makePackage({ transact, actor, input, now }: Call<z.output<typeof MakePackage>>) {
  const movement = await loadLeaving(db, actor, input.movementId)
  const { person, fromUnit, recordId, fileSha256 } = movement
  const sight = wholeSight(actor, { personId: person.id, unitPath: fromUnit.path })
  if (fileSha256 === null) throw new Refusal('notFound', {})
  const { content, approval } = await approvedContent(movement, actor, now)
  const parts = {
    record: contentBytes(content),
    cv: await packageCv(content, wholeDocument(content.record.data)),
    approval,
    decision: await readStored(fileStore('decisions'), fileSha256),
  }
  const { fullName: name, citizenId } = person
  const files = LISTED.map(([key, what]) => ({ name: FILES[key], what, bytes: parts[key] }))
  const minutes = await minutesPdf({ content, person: { name, citizenId }, files, by: actor.personName }, now)
  const zip = packHandover({ ...parts, minutes })
  const stored = await fileStore('packages').put(zip)
  const { version } = content.record
  return transact(async (tx) => {
    // Taken back meanwhile: nothing is handed over.
    await loadLeaving(tx, actor, input.movementId)
    const { id } = await tx.dataHandover.create({
      data: {
        ...{ movementId: movement.id, version, sha256: stored.sha256, bytes: stored.bytes },
        ...{ name: fileName(name, actor.today), byUserId: actor.userId, byName: actor.personName, at: now },
      },
      select: { id: true },
    })
    const unitPath = fromUnit.path
    const subject = { type: 'movement', id: movement.id, name } as const
    const detail = { version, sha256: sha256(zip) }
    await writeAudit(tx, actor, { action: 'handover.made', subject, unitPath, detail }, now)
    const exported = { ...readingDetail({ sight }, 'form'), format: 'zip', of: 'approved', version }
    const record = { type: 'record', id: recordId, name } as const
    await writeAudit(tx, actor, { action: 'record.exported', subject: record, unitPath, detail: exported }, now)
    return { handoverId: id }
  })
}

/** In the order of the minutes. */
const LISTED = [
  ['record', 'Dữ liệu hồ sơ, bản được duyệt'],
  ['cv', 'Sơ yếu lý lịch'],
  ['approval', 'Tờ phê duyệt có chữ ký số'],
  ['decision', 'Quyết định chuyển công tác'],
] as const

/** Who hands over reads everything: nothing is masked on its way out. */
function wholeSight(actor: Actor, subject: { personId: string; unitPath: string }): Sight {
  const sight = workSight(actor, subject)
  if (!sight || !isWhole(sight.reading)) throw new Refusal('notFound', {})
  return sight
}

type Leaving = Awaited<ReturnType<typeof loadLeaving>>

/** The newest signed version, exactly as it was hashed: not a letter is completed or masked. */
async function approvedContent(movement: Leaving, actor: Actor, now: Date) {
  const item = await db.approvalItem.findFirst({
    where: {
      recordId: movement.recordId,
      revision: { withdrawn: null },
      batch: { state: 'approved', signedPdf: { not: null } },
    },
    orderBy: { batch: { closedAt: 'desc' } },
    select: { version: true, revision: true, batch: true },
  })
  const approver = item && readManifest(Buffer.from(item.batch.manifest, 'utf8'))?.approver
  if (!item?.batch.signedPdf || !approver) throw new Refusal('nothingSigned', {})
  const { revision, batch, version } = item
  const { basis, decidedOn, day, destination, fromUnit } = movement
  const { agencyCode } = await db.unit.findUniqueOrThrow({ where: { id: fromUnit.id }, select: { agencyCode: true } })
  const content: PackageContent = {
    type: 'hscbcc.handover/1',
    record: {
      ...{ recordId: movement.recordId, version, salt: revision.salt, form: revision.catalogueVersion },
      data: revision.data as PackageContent['record']['data'],
    },
    paper: {
      ...{ printedBy: actor.personName, printedAt: now.toISOString(), declaration: revision.declaration },
      ...{ declaredOn: dayOf(revision.at), approvedOn: dayOf(batch.closedAt ?? batch.frozenAt) },
      batch: batchName(batch).toLocaleLowerCase('vi'),
      approver: { name: approver.name, title: approver.title },
    },
    from: { unit: fromUnit.name, agencyCode, province: PROVINCE },
    decision: { basis, decidedOn, day, destination: destination ?? '' },
  }
  return { content, approval: item.batch.signedPdf }
}

/** Without accents, so that every system keeps it. */
const fileName = (fullName: string, day: string) => `ban-giao-${plain(fullName).replace(/[^a-z0-9]+/g, '-')}-${day}.zip`
