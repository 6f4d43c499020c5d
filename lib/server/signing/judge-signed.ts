import 'server-only'
import { faultOfBytes } from '@/lib/documents/pdf-signature/judge-signature'
import type { Verdict } from '@/lib/documents/pdf-signature/verdict'
import { type VerifyOptions, verifyPdf } from '@/lib/documents/pdf-signature/verify'
import { isDemonstration, trustAnchors } from '../trust-anchors'
import { keepProofs } from './keep-proofs'
import { revocationSource } from './revocation-source'
import { stampNewest, stampsTimes } from './time-stamps'

/** What the caller knows of the file; trust, stamps and revocation are the installation's. */
type Known = Omit<VerifyOptions, 'anchors' | 'demonstration' | 'revocation' | 'awaitsTimeStamp' | 'at'> & {
  /** When the file came. */
  receivedAt: Date
  /** When the authorities are asked: later than that, when they had not answered. */
  now: Date
}

export type JudgedFile = { pdf: Uint8Array; verdict: Verdict }

/**
 * Judges a signed file that came from outside, with the authorities: one stamps the time where it has no stamp yet, others say whether
 * a certificate was revoked, but only of a file against which nothing else speaks. The file that is answered is the one to be kept.
 */
export async function judgeSigned(pdf: Uint8Array, { receivedAt, now, ...known }: Known): Promise<JudgedFile> {
  const mayBeStamped = stampsTimes() && faultOfBytes(pdf) === null
  const stamped = mayBeStamped ? await stampNewest(pdf, now) : pdf
  const options: VerifyOptions = {
    ...known,
    ...{ at: receivedAt, anchors: trustAnchors(), demonstration: isDemonstration() },
    ...{ revocation: revocationSource(now), awaitsTimeStamp: stampsTimes() },
  }
  const verdict = await verifyPdf(stamped, options)
  return { pdf: verdict.valid ? await keepProofs(stamped, verdict, options) : pdf, verdict }
}
