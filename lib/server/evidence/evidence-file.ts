import 'server-only'
import type { EvidenceKind } from '@/lib/domain/evidence/evidence-fault'
import { isOpen } from '@/lib/domain/evidence/is-open'
import { isPhoto, PHOTO } from '@/lib/domain/evidence/place'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { isUuid } from '@/lib/domain/uuid'
import { noteView } from '../access'
import { db } from '../db'
import { type ReadRecord, readRecord } from '../records/load'
import { readingDetail } from '../records/note-read'
import { fileStore, readStored } from '../storage/file-store'
import { photoStanding } from './photo'
import { recordPapers } from './record-papers'

const EVIDENCE_TYPES: Record<EvidenceKind, string> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
}

/**
 * A paper to be looked at, by who may read every value it speaks of; for everybody else there is no such paper. Looking at
 * somebody else's is noted in the log that person reads; their picture is part of the page, whose opening was noted.
 */
export async function evidenceFile(actor: Actor, evidenceId: string) {
  if (!isUuid(evidenceId)) throw new Refusal('notFound', {})
  const row = await db.evidence.findUnique({
    where: { id: evidenceId, goneAt: null },
    select: { id: true, recordId: true, sha256: true, kind: true, links: true },
  })
  if (!row) throw new Refusal('notFound', {})
  const record = await readRecord(db, actor, row.recordId)
  const isPicture = row.links.some(isPhoto)
  const seen = isPicture ? await seesPicture(record, row) : (await recordPapers(db, record)).papers.some(isSame(row))
  if (!seen) throw new Refusal('notFound', {})
  if (record.person.id !== actor.personId && !isPicture) {
    const fields = [...new Set(row.links.map(({ section, code }) => `${section}.${code}`))]
    await noteView(actor, {
      action: 'record.viewed',
      subject: { type: 'record', id: record.id, name: record.person.fullName },
      unitPath: record.person.unitPath,
      detail: { ...readingDetail(record, 'evidence'), evidence: row.id, fields },
    })
  }
  const bytes = await readStored(fileStore('evidence'), row.sha256)
  return { bytes, type: EVIDENCE_TYPES[row.kind] }
}

const isSame =
  ({ id }: { id: string }) =>
  (paper: { id: string }) =>
    paper.id === id

/** An earlier picture is part of the form as it was approved then; one that nobody checked is for the daily work alone. */
async function seesPicture(
  { id, sight }: ReadRecord,
  { sha256, links }: { sha256: string; links: { endedAt: Date | null }[] },
) {
  if (!isOpen(sight.reading, PHOTO)) return false
  const stands = sight.reading.of === 'draft' && links.some(({ endedAt }) => endedAt === null)
  return stands || (await photoStanding(db, id, sha256)) !== null
}
