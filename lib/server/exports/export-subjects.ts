import 'server-only'
import { createHash } from 'node:crypto'
import { KIND_WORDS } from '@/lib/domain/exports/export-words'
import { Refusal } from '@/lib/domain/refusal'
import { db } from '../db'
import { remoteAccountOf } from '../signing/registered-to'
import type { SigningSubject } from '../signing/subject'
import { acceptSeal } from './accept-seal'
import { acceptSignature } from './accept-signature'
import { exportToSeal, exportToSign } from './export-access'
import { keepingRefusals } from './keeping-refusals'
import { offeredPaper } from './offered-paper'
import { completeSeal, startSeal } from './seal-export'
import { sealingPaper } from './sealing-paper'
import { completeExportSignature, startExportSignature } from './sign-export'

/** A document of legal value, signed by the competent person. */
export const EXPORT_SUBJECT: SigningSubject = {
  paper: async (call) => {
    const found = await exportToSign(db, call.actor, call.input.id)
    return { pdf: await offeredPaper(call, found), name: 'van-ban-cho-ky.pdf' }
  },
  begin: async (call) => {
    const { id: exportId, ...key } = call.input
    const { kind } = await exportToSign(db, call.actor, exportId)
    const { attributes } = await startExportSignature({ ...call, input: { exportId, ...key } })
    return { attributes, title: KIND_WORDS[kind].name }
  },
  finish: (call) =>
    completeExportSignature({ ...call, input: { exportId: call.input.id, signature: call.input.signature } }),
  remoteAccount: ({ actor }) => remoteAccountOf(actor.userId),
  take: async (call) => {
    const { actor, input } = call
    const found = await exportToSign(db, actor, input.id)
    return keepingRefusals(call, found, async () => {
      const startsWith = sameAsOffered(await offeredPaper(call, found), input.paperSha256)
      return acceptSignature(call, { found, signedPdf: input.signedPdf, expected: { startsWith } })
    })
  },
}

/** The same document, sealed by the agency. */
export const SEAL_SUBJECT: SigningSubject = {
  paper: async (call) => {
    const found = await exportToSeal(db, call.actor, call.input.id)
    return { pdf: await sealingPaper(call, found), name: 'van-ban-cho-dong-dau.pdf' }
  },
  begin: async (call) => {
    const { id: exportId, ...key } = call.input
    const { attributes } = await startSeal({ ...call, input: { exportId, ...key } })
    return { attributes, title: 'Phát hành văn bản' }
  },
  finish: (call) => completeSeal({ ...call, input: { exportId: call.input.id, signature: call.input.signature } }),
  // A remote service holds keys of persons; an agency's is registered by its certificate.
  remoteAccount: async () => null,
  take: async (call) => {
    const { actor, input } = call
    const found = await exportToSeal(db, actor, input.id)
    return keepingRefusals(call, found, async () => {
      const startsWith = sameAsOffered(await sealingPaper(call, found), input.paperSha256)
      return acceptSeal(call, { found, signedPdf: input.signedPdf, expected: { startsWith } })
    })
  },
}

/** Throws `batchChanged` when another paper is offered by now than the one that was taken away. */
function sameAsOffered(paper: Uint8Array, sha256: string): Uint8Array {
  if (createHash('sha256').update(paper).digest('hex') !== sha256) throw new Refusal('batchChanged', {})
  return paper
}
