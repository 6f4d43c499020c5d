import 'server-only'
import type { Verdict } from '@/lib/documents/pdf-signature/verdict'
import { type VerifyOptions, verifyPdf } from '@/lib/documents/pdf-signature/verify'
import { isDemonstration, trustAnchors } from '../trust-anchors'
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
 * Judges a signed file that came from outside: first by itself, then, if nothing is wrong, with the authorities, who stamp the time
 * where it has no stamp yet and say whether a certificate was revoked. The file that is answered is the one to be kept.
 */
export async function judgeSigned(pdf: Uint8Array, { receivedAt, now, ...known }: Known): Promise<JudgedFile> {
  const options = { ...known, at: receivedAt, anchors: trustAnchors(), demonstration: isDemonstration() }
  const alone = await verifyPdf(pdf, options)
  if (!alone.valid) return { pdf, verdict: alone }
  const stamped = stampsTimes() ? await stampNewest(pdf, now) : pdf
  const asked = { revocation: revocationSource(now), awaitsTimeStamp: stampsTimes() }
  return { pdf: stamped, verdict: await verifyPdf(stamped, { ...options, ...asked }) }
}
