import 'server-only'
import { z } from 'zod'
import { readManifest } from '@/lib/documents/manifest'
import type { Verdict } from '@/lib/documents/pdf-signature/verdict'
import { verifyPdf } from '@/lib/documents/pdf-signature/verify'
import { Refusal } from '@/lib/domain/refusal'
import type { Call } from '../call'
import { db } from '../db'
import { keptSource } from '../signing/revocation-evidence'
import { isDemonstration, trustAnchors } from '../trust-anchors'
import { fileName } from './accept-signed'
import { unitFor } from './batch-access'
import { sealedRecords } from './sealed-records'

export const RecheckBatch = z.object({ batchId: z.uuid() })

/** Judges a signed paper anew, as on the day it came, and the stored records against what it says. Nothing is changed. */
export async function recheckBatch({ actor, input }: Call<z.output<typeof RecheckBatch>>) {
  const batch = await db.approvalBatch.findUnique({
    where: { id: input.batchId },
    include: { certificate: true, items: { select: { revisionId: true } } },
  })
  if (!batch) throw new Refusal('notFound', {})
  await unitFor(db, actor, 'batch.read', batch.unitId)
  if (!batch.signedPdf || !batch.closedAt) throw new Refusal('batchNotFrozen', {})
  const at = batch.receivedAt ?? batch.closedAt
  const kept = batch.verdict as unknown as Verdict | null
  const evidence = kept?.signatures.flatMap((signature) => signature.evidence ?? []) ?? []
  const { valid, reasons } = await verifyPdf(batch.signedPdf, {
    file: fileName(batch),
    anchors: trustAnchors(),
    at,
    demonstration: isDemonstration(),
    ...(evidence.length > 0 && { revocation: keptSource(evidence, at) }),
    ...(batch.certificate && { registered: [batch.certificate.fingerprint] }),
  })
  const signed = readManifest(Buffer.from(batch.manifest, 'utf8'))?.records ?? []
  const stored = await sealedRecords(
    db,
    batch.items.map(({ revisionId }) => revisionId),
  )
  const same = stored.length === signed.length && stored.every(({ leaf }, index) => leaf === signed[index]?.leaf)
  return { valid: valid && same, reasons: [...reasons.map(({ message }) => message), ...(same ? [] : [ALTERED])] }
}

const ALTERED = 'Hồ sơ đang lưu khác với hồ sơ đã ký. Báo quản trị hệ thống.'
