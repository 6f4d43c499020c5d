import 'server-only'
import { readPdf } from '@/lib/documents/pdf-signature/pdf-contents'
import type { Verdict } from '@/lib/documents/pdf-signature/verdict'
import { verifyPdf } from '@/lib/documents/pdf-signature/verify'
import { readStatement, type SignedStatement } from '@/lib/documents/signed-statement'
import { isUuid } from '@/lib/domain/uuid'
import { db } from '../db'
import { isDemonstration, trustAnchors } from '../trust-anchors'

/** What the portal keeps of an uploaded paper, found by the id it carries: the very bytes, another file of the same name, or nothing. */
type Kept = { signedPdf: Uint8Array; closedAt: Date; unitName: string }

export type UploadVerdict = {
  verdict: Verdict
  /** `same`: byte by byte what was signed here; `other`: the portal has another paper under that id; `unknown`: none. */
  kept: 'same' | 'other' | 'unknown'
  unitName: string | null
  signedAt: Date | null
}

/** Judges a file of somebody nobody knows. A paper the portal keeps is judged as of the day it came, any other as of now. Keeps nothing. */
export async function judgeUpload(bytes: Uint8Array, name: string, now: Date): Promise<UploadVerdict> {
  const statement = await statementIn(bytes)
  const paper = statement && (await keptPaper(statement))
  // What was added later (a second signature, proofs of revocation) is behind what somebody may have taken before.
  const same = paper !== null && Buffer.from(paper.signedPdf.subarray(0, bytes.length)).equals(bytes)
  const verdict = await verifyPdf(bytes, {
    file: name,
    anchors: trustAnchors(),
    at: same && paper ? paper.closedAt : now,
    demonstration: isDemonstration(),
  })
  return {
    verdict,
    kept: paper === null ? 'unknown' : same ? 'same' : 'other',
    unitName: paper?.unitName ?? null,
    signedAt: paper?.closedAt ?? null,
  }
}

async function statementIn(bytes: Uint8Array): Promise<SignedStatement | null> {
  const isPdf = Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-'
  const [attached] = (isPdf ? await readPdf(bytes) : null)?.manifests ?? []
  return attached ? readStatement(attached) : null
}

async function keptPaper(statement: SignedStatement): Promise<Kept | null> {
  if (statement.type === 'hscbcc.export/1') return keptExport(statement.exportId)
  if (statement.type !== 'hscbcc.approval/1' || !isUuid(statement.batchId)) return null
  const batch = await db.approvalBatch.findFirst({
    where: { id: statement.batchId, state: 'approved' },
    select: { signedPdf: true, closedAt: true, unit: { select: { name: true } } },
  })
  return batch?.signedPdf && batch.closedAt
    ? { signedPdf: batch.signedPdf, closedAt: batch.closedAt, unitName: batch.unit.name }
    : null
}

async function keptExport(id: string): Promise<Kept | null> {
  if (!isUuid(id)) return null
  const found = await db.legalExport.findFirst({
    where: { id, state: { in: ['issued', 'replaced'] } },
    select: { signedPdf: true, closedAt: true, unit: { select: { name: true } } },
  })
  return found?.signedPdf && found.closedAt
    ? { signedPdf: found.signedPdf, closedAt: found.closedAt, unitName: found.unit.name }
    : null
}
