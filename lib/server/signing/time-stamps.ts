import 'server-only'
import { randomBytes } from 'node:crypto'
import { addTimeStamp, lastSignature } from '@/lib/documents/pdf-signature/add-time-stamp'
import { digestOf } from '@/lib/documents/pdf-signature/algorithms'
import { readCertificate } from '@/lib/documents/pdf-signature/certificate'
import { sameBytes } from '@/lib/documents/pdf-signature/der-reader'
import { positiveInteger } from '@/lib/documents/pdf-signature/der-writer'
import { judgeTimeStamp } from '@/lib/documents/pdf-signature/judge-time-stamp'
import { timeStampRequest, tokenInAnswer } from '@/lib/documents/pdf-signature/time-stamp-request'
import { readTimeStamp } from '@/lib/documents/pdf-signature/time-stamp-token'
import { env } from '../env'
import { isDemonstration, trustAnchors } from '../trust-anchors'
import { askAuthority } from './ask-authority'

const LIMIT = 64 * 1024

/** Whether this installation has its signatures stamped. */
export const stampsTimes = () => env.TSA_URLS.length > 0

/**
 * Has the newest signature of a file stamped, where it is not yet; the same file when no authority gives a stamp that can be relied
 * on, and when there is no room for one: then the verdict says that it has none.
 */
export async function stampNewest(pdf: Uint8Array, now: Date): Promise<Uint8Array> {
  const signature = lastSignature(pdf)
  if (!signature || signature.isStamped) return pdf
  for (const url of env.TSA_URLS) {
    try {
      return addTimeStamp(pdf, signature.gap, await stampFrom(url, signature.value, now))
    } catch (error) {
      console.error(`[signing] No time stamp from ${url}:`, error instanceof Error ? error.message : error)
    }
  }
  return pdf
}

/** A token that holds for this value and answers this question. Throws otherwise. */
async function stampFrom(url: string, value: Uint8Array, now: Date): Promise<Uint8Array> {
  const nonce = randomBytes(16)
  const body = timeStampRequest(digestOf('sha256', value), nonce)
  const token = tokenInAnswer(await askAuthority(url, { body, type: 'timestamp-query', now, limit: LIMIT }))
  const { nonce: repeated } = readTimeStamp(token)
  const asked = positiveInteger(nonce)
  if (!repeated || !sameBytes(repeated, asked.subarray(2))) throw new Error('The stamp answers another question')
  const anchors = trustAnchors()
    .map(readCertificate)
    .filter((anchor) => anchor !== null)
  const { judged, proven } = judgeTimeStamp(token, value, { anchors, demonstration: isDemonstration() })
  if (!proven) throw new Error(judged.check.detail)
  return token
}
