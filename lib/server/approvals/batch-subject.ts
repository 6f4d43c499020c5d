import 'server-only'
import { createHash } from 'node:crypto'
import { Refusal } from '@/lib/domain/refusal'
import { db } from '../db'
import type { SigningSubject } from '../signing/subject'
import { acceptSigned, fileName } from './accept-signed'
import { waitingBatch } from './batch-access'
import { refuseSignature } from './refuse-signature'
import { paperOf, requireOpener } from './start-signature'

/** A frozen batch, signed by the head who opened it. */
export const BATCH_SUBJECT: SigningSubject = {
  paper: async ({ actor, input }) => {
    const { batch } = await waitingBatch(db, actor, input.id)
    requireOpener(batch, actor.userId)
    return { pdf: paperOf(batch), name: fileName(batch) }
  },
  take: async (call) => {
    const { actor, input } = call
    const { batch, unit } = await waitingBatch(db, actor, input.id)
    requireOpener(batch, actor.userId)
    const paper = paperOf(batch)
    return refuseSignature(call, { batch, unit }, async () => {
      if (createHash('sha256').update(paper).digest('hex') !== input.paperSha256) throw new Refusal('batchChanged', {})
      const own = await db.signerCertificate.findMany({
        where: { userId: actor.userId, withdrawnAt: null },
        select: { fingerprint: true },
      })
      const registered = own.map(({ fingerprint }) => fingerprint)
      return acceptSigned(call, {
        batch,
        unit,
        signedPdf: input.signedPdf,
        expected: { startsWith: paper },
        registered,
      })
    })
  },
}
