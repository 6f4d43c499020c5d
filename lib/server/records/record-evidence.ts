import 'server-only'
import { readManifest } from '@/lib/documents/manifest'
import { type RecordProof, recordProof } from '@/lib/documents/record-proof'
import { isWhole } from '@/lib/domain/masking'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { isUuid } from '@/lib/domain/uuid'
import { noteView } from '../access'
import { db } from '../db'
import { readRecord } from './load'
import { readingDetail } from './note-read'

/**
 * The approved record with its salt and its way up to the signed root: all that `npm run verify -- paper.pdf --record …` needs.
 * For who reads the whole record; to everybody else, and where nothing was approved, it does not exist.
 */
export async function recordEvidence(actor: Actor, recordId: string): Promise<{ name: string; proof: RecordProof }> {
  if (!isUuid(recordId)) throw new Refusal('notFound', {})
  const { person, sight } = await readRecord(db, actor, recordId)
  // A leaf is of every answer: with one of them masked it would prove nothing.
  const item = isWhole(sight.reading) ? await newestItem(recordId) : null
  if (!item) throw new Refusal('notFound', {})
  const { batch, revision, version } = item
  const manifest = readManifest(Buffer.from(batch.manifest, 'utf8'))
  if (!manifest) throw new Refusal('revisionAltered', { version })
  const data = revision.data as Record<string, unknown>
  const proof = proven(
    () => recordProof({ recordId, version, salt: revision.salt, data }, manifest, batch.manifestSha256),
    version,
  )
  if (person.id !== actor.personId) {
    await noteView(actor, {
      action: 'record.exported',
      subject: { type: 'record', id: recordId, name: person.fullName },
      unitPath: person.unitPath,
      detail: { ...readingDetail({ sight }, 'form'), format: 'json', of: 'approved', version },
    })
  }
  return { name: `bang-chung-ho-so-ban-${version}.json`, proof }
}

/** Nobody is given a proof that would not hold. */
function proven(make: () => RecordProof, version: number): RecordProof {
  try {
    return make()
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal('revisionAltered', { version })
    throw error
  }
}

const newestItem = (recordId: string) =>
  db.approvalItem.findFirst({
    where: { recordId, revision: { withdrawn: null }, batch: { state: 'approved' } },
    orderBy: { batch: { closedAt: 'desc' } },
    select: {
      version: true,
      revision: { select: { data: true, salt: true } },
      batch: { select: { manifest: true, manifestSha256: true } },
    },
  })
