import { sayInstant } from '@/lib/domain/calendar'
import { isStrongKey } from './algorithms'
import type { Certificate } from './certificate'
import { pathToAnchor } from './chain'
import type { Cms } from './cms'
import { isDemoCertificate } from './demo-certificate'
import { sameBytes } from './der-reader'
import { failed, type Judged, passed, unknown } from './verdict'

export type SignerOptions = {
  anchors: Certificate[]
  /** When the portal received the file: certificates must be valid then. */
  at: Date
  /** Fingerprints (SHA-256, hex) of the certificates registered for the signer; left out when nobody in particular is expected. */
  registered?: readonly string[] | undefined
  /** Whether certificates marked "MÔ PHỎNG" count. */
  demonstration: boolean
}

/** Judges who signed: the path of the certificate, its purpose and time, and to whom it is registered. */
export function judgeSigner(cms: Cms, options: SignerOptions): Judged[] {
  const { signer, certificates } = cms
  const path = pathToAnchor(signer, certificates, options.anchors)
  return [
    ...(path ? judgePath(path, certificates) : [failed('chain', 'chainUnknown', signer.issuer)]),
    judgePurpose(signer),
    judgeValidity(path ?? [signer], options.at),
    judgeRegistered(signer, options.registered),
    ...judgeDemonstration([...certificates, ...(path ?? [])], options.demonstration),
    unknown('revocation', 'Chưa kiểm tra thu hồi: chưa kết nối dịch vụ của tổ chức chứng thực'),
    unknown('timestamp', cms.hasTimeStamp ? 'Có dấu thời gian, chưa kiểm tra' : 'Không có dấu thời gian'),
  ]
}

function judgePath(path: Certificate[], carried: Certificate[]): Judged[] {
  const strong = path.every((one) => isStrongKey(one.key) && (one.scheme !== null || isSelfSigned(one)))
  const stray = carried.some((one) => path.every(({ fingerprint }) => fingerprint !== one.fingerprint))
  if (!strong) return [failed('chain', 'weakAlgorithm')]
  if (stray) return [failed('chain', 'strayCertificate')]
  return [passed('chain', path.map(({ commonName }) => commonName).join(' ← '))]
}

/** Nobody relies on the signature of a root over itself, so its algorithm does not matter. */
const isSelfSigned = ({ encoded }: Certificate) => sameBytes(encoded.subject, encoded.issuer)

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
