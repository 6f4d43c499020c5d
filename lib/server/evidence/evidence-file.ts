import 'server-only'
import type { EvidenceKind } from '@/lib/domain/evidence/evidence-fault'
import { isPhoto } from '@/lib/domain/evidence/place'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { isUuid } from '@/lib/domain/uuid'
import { noteView } from '../access'
import { db } from '../db'
import { readRecord } from '../records/load'
import { readingDetail } from '../records/note-read'
import { fileStore, readStored } from '../storage/file-store'
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
  const { papers, photo } = await recordPapers(db, record)
  if (photo?.id !== row.id && !papers.some(({ id }) => id === row.id)) throw new Refusal('notFound', {})
  if (record.person.id !== actor.personId && !row.links.some(isPhoto)) {
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
