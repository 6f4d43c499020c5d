import 'server-only'
import { createHash } from 'node:crypto'
import { readPdf } from '@/lib/documents/pdf-signature/pdf-contents'
import { verifyPdf } from '@/lib/documents/pdf-signature/verify'
import { db } from '../db'
import { isDemonstration, trustAnchors } from '../trust-anchors'
import type { Mismatch } from './prove-records'

/** Judges kept papers anew as of the day they came, and that each still carries the very list the database works with. */
export async function provePaper(batchId: string): Promise<Mismatch | null> {
  const batch = await db.approvalBatch.findUnique({
    where: { id: batchId },
    select: { signedPdf: true, closedAt: true, manifest: true, manifestSha256: true },
  })
  if (!batch?.signedPdf || !batch.closedAt) return null
  const verdict = await verifyPdf(batch.signedPdf, {
    ...{ anchors: trustAnchors(), at: batch.closedAt, demonstration: isDemonstration() },
  })
  const [attached] = (await readPdf(batch.signedPdf))?.manifests ?? []
  const found = [
    ...verdict.reasons.map(({ code }) => code),
    ...(attached && sha256(attached) === batch.manifestSha256 ? [] : ['manifestDiffers']),
    ...(sha256(Buffer.from(batch.manifest, 'utf8')) === batch.manifestSha256 ? [] : ['manifestDiffers']),
  ]
  if (found.length === 0) return null
  return {
    batchId,
    recordId: null,
    version: null,
    expected: batch.manifestSha256,
    found: [...new Set(found)].join(' '),
  }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
