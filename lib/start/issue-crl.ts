import { type KeyObject, sign } from 'node:crypto'
import { readCertificate } from '../documents/pdf-signature/certificate'
import { sequence, smallInteger } from '../documents/pdf-signature/der-writer'
import { algorithmOf, bitString, type CertificateRequest, name, time } from './issue-certificate'

type List = {
  issuer: { subject: CertificateRequest['subject']; privateKey: KeyObject }
  thisUpdate: Date
  nextUpdate: Date
  /** Certificates (DER), each with the time it was revoked. */
  revoked?: { certificate: Uint8Array; at: Date }[]
}

/** Issues a list of revoked certificates (DER, RFC 5280 §5) for demonstrations and trials. */
export function issueCrl({ issuer, thisUpdate, nextUpdate, revoked = [] }: List): Uint8Array {
  const algorithm = algorithmOf(issuer.privateKey, 'sha256')
  const entries = revoked.map(({ certificate, at }) => sequence(serialOf(certificate), time(at)))
  const list = sequence(
    smallInteger(1),
    algorithm,
    name(issuer.subject),
    time(thisUpdate),
    time(nextUpdate),
    ...(entries.length > 0 ? [sequence(...entries)] : []),
  )
  return sequence(list, algorithm, bitString(sign('sha256', list, issuer.privateKey)))
}

function serialOf(certificate: Uint8Array): Uint8Array {
  const read = readCertificate(certificate)
  if (!read) throw new RangeError('Not a certificate')
  return read.encoded.serial
}
