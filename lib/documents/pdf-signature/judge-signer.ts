import { sayInstant } from '@/lib/domain/calendar'
import type { Certificate } from './certificate'
import { isStrongPath, pathToAnchor } from './chain'
import type { Cms } from './cms'
import { isDemoCertificate } from './demo-certificate'
import { judgeTimeStamp, type ProvenTime } from './judge-time-stamp'
import { failed, type Judged, passed, unknown } from './verdict'

export type SignerOptions = {
  anchors: Certificate[]
  /** When the portal received the file: certificates must be valid then, if no time stamp proves another time. */
  at: Date
  /** Fingerprints (SHA-256, hex) of the certificates registered for the signer; left out when nobody in particular is expected. */
  registered?: readonly string[] | undefined
  /** Whether certificates marked "MÔ PHỎNG" count. */
  demonstration: boolean
}

/** Who signed, judged: every check, the way to an anchor if there is one, and the time that is proven. */
export type JudgedSigner = { judged: Judged[]; path: Certificate[] | null; proven: ProvenTime | null }

/** Judges who signed: when, the path of the certificate, its purpose and time, and to whom it is registered. */
export function judgeSigner(cms: Cms, options: SignerOptions): JudgedSigner {
  const { signer, certificates } = cms
  const path = pathToAnchor(signer, certificates, options.anchors)
  const { judged: stamped, proven } = judgeTimeStamp(cms.timeStamp, cms.signature, options)
  const judged = [
    stamped,
    ...(path ? judgePath(path, certificates) : [failed('chain', 'chainUnknown', signer.issuer)]),
    judgePurpose(signer),
    judgeValidity(path ?? [signer], proven?.at ?? options.at),
    judgeRegistered(signer, options.registered),
    ...judgeDemonstration([...certificates, ...(path ?? [])], options.demonstration),
  ]
  return { judged, path, proven }
}

function judgePath(path: Certificate[], carried: Certificate[]): Judged[] {
  const stray = carried.some((one) => path.every(({ fingerprint }) => fingerprint !== one.fingerprint))
  if (!isStrongPath(path)) return [failed('chain', 'weakAlgorithm')]
  if (stray) return [failed('chain', 'strayCertificate')]
  return [passed('chain', path.map(({ commonName }) => commonName).join(' ← '))]
}

function judgePurpose({ keyUsage, isAuthority, hasUnknownCritical }: Certificate): Judged {
  const signs = keyUsage.includes('digitalSignature') || keyUsage.includes('nonRepudiation')
  if (!signs || isAuthority || hasUnknownCritical) return failed('purpose', 'certificatePurpose')
  return passed('purpose', 'Được cấp để ký số')
}

function judgeValidity(path: Certificate[], at: Date): Judged {
  const early = path.find(({ notBefore }) => at < notBefore)
  if (early)
    return failed('validity', 'certificateNotYetValid', `${early.commonName}: từ ${early.notBefore.toISOString()}`)
  const late = path.find(({ notAfter }) => at > notAfter)
  if (late) return failed('validity', 'certificateExpired', `${late.commonName}: đến ${late.notAfter.toISOString()}`)
  return passed('validity', `Có hiệu lực lúc ${sayInstant(at)}`)
}

function judgeRegistered({ fingerprint }: Certificate, registered: readonly string[] | undefined): Judged {
  if (!registered) return unknown('registered', 'Chưa đối chiếu với sổ đăng ký chứng thư số')
  return registered.includes(fingerprint)
    ? passed('registered', 'Đã đăng ký cho người ký')
    : failed('registered', 'certificateNotRegistered')
}

function judgeDemonstration(certificates: Certificate[], demonstration: boolean): Judged[] {
  if (!certificates.some(isDemoCertificate)) return []
  return demonstration
    ? [unknown('demonstration', 'Chứng thư số mô phỏng, chỉ có giá trị trình diễn')]
    : [failed('demonstration', 'demoCertificate')]
}
