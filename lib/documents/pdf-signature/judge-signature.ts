import { digestOf, isStrongKey, signatureHolds } from './algorithms'
import type { Certificate } from './certificate'
import { type Cms, readCms } from './cms'
import { sameBytes } from './der-reader'
import type { Fault } from './faults'
import { type JudgedSigner, judgeSigner, type SignerOptions } from './judge-signer'
import { soundStamp } from './judge-time-stamp'
import { type PlacedSignature, writtenSignatures } from './structure'
import { failed, type Judged, passed } from './verdict'

/** One signature, judged: who it says has signed, if that can be read, and every check. */
export type JudgedSignature = JudgedSigner & { signer: Certificate | null }

const FORMATS = ['ETSI.CAdES.detached', 'adbe.pkcs7.detached']

export function judgeSignature(bytes: Uint8Array, placed: PlacedSignature, options: SignerOptions): JudgedSignature {
  const place = [passed('coverage', 'Chữ ký bao toàn bộ tệp'), judgeFormat(placed)]
  const cms = cmsOf(placed)
  if (!cms) {
    return { signer: null, path: null, proven: null, judged: [...place, failed('signature', 'signatureUnreadable')] }
  }
  const { judged, path, proven } = judgeSigner(cms, options)
  return { signer: cms.signer, path, proven, judged: [...place, ...judgeCms(bytes, placed, cms), ...judged] }
}

const judgeFormat = ({ subFilter }: PlacedSignature) =>
  subFilter !== null && FORMATS.includes(subFilter)
    ? passed('format', subFilter)
    : failed('format', 'formatRefused', subFilter ?? 'không ghi')

function cmsOf({ contents }: PlacedSignature): Cms | null {
  try {
    return readCms(contents)
  } catch {
    return null
  }
}

function judgeCms(bytes: Uint8Array, { gap, end }: PlacedSignature, cms: Cms): Judged[] {
  const { hash, scheme, signer } = cms
  if (!hash || !scheme || !isStrongKey(signer.key)) return [failed('algorithm', 'weakAlgorithm')]
  return [
    passed('algorithm', `${signer.key.asymmetricKeyType?.toUpperCase()}, ${hash.toUpperCase()}`),
    covers(cms, bytes, { gap, end })
      ? passed('document', 'Nội dung tệp đúng như lúc ký')
      : failed('document', 'documentChanged'),
    cms.namesCertificate(signer, digestOf)
      ? passed('certificate', 'Chữ ký gắn với đúng chứng thư số này')
      : failed('certificate', 'certificateNotBound'),
    holds({ scheme, hash, key: signer.key, message: cms.signedBytes, signature: cms.signature })
      ? passed('signature', 'Chữ ký khớp với chứng thư số')
      : failed('signature', 'signatureWrong'),
  ]
}

function covers({ hash, messageDigest }: Cms, bytes: Uint8Array, { gap, end }: Pick<PlacedSignature, 'gap' | 'end'>) {
  return (
    hash !== null &&
    sameBytes(digestOf(hash, bytes.subarray(0, gap.start), bytes.subarray(gap.end, end)), messageDigest)
  )
}

/**
 * What the bytes alone say against a file, before a line of it is parsed: a signature without a sound place, one that cannot be read,
 * that does not cover what stands there, or that its certificate did not make. Null when nothing does. Most of what was tampered
 * with ends here.
 */
export function faultOfBytes(bytes: Uint8Array): { fault: Fault; signer: Certificate | null } | null {
  for (const placed of writtenSignatures(bytes)) {
    const cms = placed && cmsOf(placed)
    if (!placed) return { fault: 'signatureBroken', signer: null }
    if (!cms) return { fault: 'signatureUnreadable', signer: null }
    const fault = faultOfCms(bytes, placed, cms)
    if (fault) return { fault, signer: cms.signer }
  }
  return null
}

/** Of one whose algorithms are accepted; about the others the whole verdict is to be given. */
function faultOfCms(bytes: Uint8Array, placed: PlacedSignature, cms: Cms): Fault | null {
  const { hash, scheme, signer, signedBytes: message, signature, timeStamp } = cms
  if (!hash || !scheme || !isStrongKey(signer.key)) return null
  if (!covers(cms, bytes, placed)) return 'documentChanged'
  if (!cms.namesCertificate(signer, digestOf)) return 'certificateNotBound'
  if (!holds({ scheme, hash, key: signer.key, message, signature })) return 'signatureWrong'
  return timeStamp && !soundStamp(timeStamp, signature) ? 'timeStampBroken' : null
}

/** A signature of the wrong length or shape makes the library throw; that is a wrong signature, too. */
function holds(input: Parameters<typeof signatureHolds>[0]) {
  try {
    return signatureHolds(input)
  } catch {
    return false
  }
}
