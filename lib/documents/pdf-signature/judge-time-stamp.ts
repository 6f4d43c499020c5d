import { sayInstant } from '@/lib/domain/calendar'
import { digestOf, isStrongKey, signatureHolds } from './algorithms'
import type { Certificate } from './certificate'
import { isStrongPath, pathToAnchor } from './chain'
import { isDemoCertificate } from './demo-certificate'
import { sameBytes } from './der-reader'
import { OID } from './oids'
import { readTimeStamp, type TimeStampToken } from './time-stamp-token'
import { failed, type Judged, passed, unknown } from './verdict'

/** A moment somebody trusted has vouched for, and the way from who did to an anchor. */
export type ProvenTime = { at: Date; path: Certificate[] }

type Trust = { anchors: Certificate[]; demonstration: boolean }

/**
 * Judges the time stamp beside a signature. Without one the time is not proven, which is no fault; one that is broken, or of an
 * authority nobody trusts, is: it stands outside what was signed, so anybody could have put it there.
 */
export function judgeTimeStamp(
  token: Uint8Array | null,
  signature: Uint8Array,
  trust: Trust,
): { judged: Judged; proven: ProvenTime | null } {
  if (!token)
    return { judged: unknown('timestamp', 'Không có dấu thời gian: giờ ký là giờ máy chủ nhận'), proven: null }
  const stamp = soundStamp(token, signature)
  if (!stamp) return { judged: failed('timestamp', 'timeStampBroken'), proven: null }
  const path = pathToAnchor(stamp.cms.signer, stamp.cms.certificates, trust.anchors)
  if (!path || !mayStamp(path, stamp.at) || (!trust.demonstration && path.some(isDemoCertificate)))
    return { judged: failed('timestamp', 'timeStampForeign', stamp.cms.signer.issuer), proven: null }
  const { commonName } = stamp.cms.signer
  return {
    judged: passed('timestamp', `${sayInstant(stamp.at)}, do ${commonName} chứng nhận`),
    proven: { ...stamp, path },
  }
}

/** The stamp, if it is one, over this very signature, and made by the certificate it names; by whom is another question. */
export function soundStamp(token: Uint8Array, signature: Uint8Array): TimeStampToken | null {
  const stamp = attempt(() => readTimeStamp(token))
  return stamp && isSound(stamp, signature) ? stamp : null
}

/** Whether it stamps this very signature, and nothing in it contradicts itself. */
function isSound({ cms, hash, imprint }: TimeStampToken, signature: Uint8Array): boolean {
  const { scheme, hash: digest, signer } = cms
  if (!hash || !digest || !scheme || !isStrongKey(signer.key) || cms.timeStamp) return false
  const proof = { scheme, hash: digest, key: signer.key, message: cms.signedBytes, signature: cms.signature }
  return (
    sameBytes(digestOf(hash, signature), imprint) &&
    sameBytes(digestOf(digest, cms.content), cms.messageDigest) &&
    cms.namesCertificate(signer, digestOf) &&
    attempt(() => signatureHolds(proof)) === true
  )
}

/** An authority for time stamps is one for nothing else (RFC 3161 §2.3), and was valid when it stamped. */
function mayStamp(path: Certificate[], at: Date): boolean {
  const [authority] = path
  const purposes = authority?.extendedKeyUsage
  return (
    purposes?.length === 1 &&
    purposes[0] === OID.timeStamping &&
    !authority?.hasUnknownCritical &&
    isStrongPath(path) &&
    path.every(({ notBefore, notAfter }) => at >= notBefore && at <= notAfter)
  )
}

function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
