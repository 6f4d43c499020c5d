import 'server-only'
import { createHash } from 'node:crypto'
import { Refusal } from '@/lib/domain/refusal'
import { db } from '../db'
import { registeredTo, remoteAccountOf } from '../signing/registered-to'
import type { SigningSubject } from '../signing/subject'
import { acceptSigned, fileName } from './accept-signed'
import { waitingBatch } from './batch-access'
import { completeBatch } from './complete-batch'
import { refuseSignature } from './refuse-signature'
import { paperOf, requireOpener, startSignature } from './start-signature'

/** A frozen batch, signed by the head who opened it. */
export const BATCH_SUBJECT: SigningSubject = {
  paper: async ({ actor, input }) => {
    const { batch } = await waitingBatch(db, actor, input.id)
    requireOpener(batch, actor.userId)
    return { pdf: paperOf(batch), name: fileName(batch) }
  },
  begin: async (call) => {
    const { id: batchId, ...key } = call.input
    const { attributes, count } = await startSignature({ ...call, input: { batchId, ...key } })
    return { attributes, title: `Phê duyệt ${count} hồ sơ` }
  },
  finish: (call) => completeBatch({ ...call, input: { batchId: call.input.id, signature: call.input.signature } }),
  // Only a key that was shown to be the signer's own: nobody makes another's telephone ring.
  remoteAccount: ({ actor }) => remoteAccountOf(actor.userId),
  take: async (call) => {
    const { actor, input } = call
    const { batch, unit } = await waitingBatch(db, actor, input.id)
    requireOpener(batch, actor.userId)
    const paper = paperOf(batch)
    return refuseSignature(call, { batch, unit }, async () => {
      if (createHash('sha256').update(paper).digest('hex') !== input.paperSha256) throw new Refusal('batchChanged', {})
      const registered = await registeredTo({ userId: actor.userId })
      return acceptSigned(call, {
        ...{ batch, unit, signedPdf: input.signedPdf, expected: { startsWith: paper }, registered },
      })
    })
  },
}
