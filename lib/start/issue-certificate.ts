import { createHash, type KeyObject, randomBytes, sign } from 'node:crypto'
import {
  contextTag,
  nullValue,
  octetString,
  oid,
  sequence,
  setOf,
  smallInteger,
  TAG,
  tlv,
} from '../documents/pdf-signature/der-writer'
import { OID } from '../documents/pdf-signature/oids'

type Subject = { commonName: string; organisation?: string; unit?: string }

export type CertificateRequest = {
  subject: Subject
  publicKey: KeyObject
  /** Who issues it: its encoded name comes from `subject`, so both must be spelled the same. */
  issuer: { subject: Subject; privateKey: KeyObject; publicKey: KeyObject }
  notBefore: Date
  notAfter: Date
  /** How many authorities may stand below; null for a certificate that signs no others. */
  authority: { pathLength: number } | null
  /** `timeStamping` for an authority that stamps times. */
  purpose?: 'signing' | 'timeStamping' | 'encryption' | 'ocspSigning'
  hash?: 'sha256' | 'sha1'
  /** Where to ask whether it was revoked. */
  places?: { ocsp?: string; crl?: string }
}

/** Issues a certificate (DER) for demonstrations and trials. Keys are RSA or EC. */
export function issueCertificate(request: CertificateRequest): Uint8Array {
  const { issuer, hash = 'sha256' } = request
  const algorithm = algorithmOf(issuer.privateKey, hash)
  const body = sequence(
    contextTag(0, smallInteger(2)),
    // Positive and not nought at the front: an integer in DER has one spelling.
    tlv(TAG.integer, Uint8Array.of(0x40 | ((randomBytes(1)[0] ?? 0) & 0x3f)), randomBytes(9)),
    algorithm,
    name(issuer.subject),
    sequence(time(request.notBefore), time(request.notAfter)),
    name(request.subject),
    spki(request.publicKey),
    contextTag(3, sequence(...extensions(request))),
  )
  const signature = sign(hash, body, issuer.privateKey)
  return sequence(body, algorithm, bitString(signature))
}

export function algorithmOf({ asymmetricKeyType }: KeyObject, hash: 'sha256' | 'sha1') {
  if (asymmetricKeyType === 'ec') return sequence(oid(OID.ecdsaWithSha256))
  return sequence(oid(hash === 'sha1' ? '1.2.840.113549.1.1.5' : OID.sha256WithRsa), nullValue())
}

const ORGANISATION = '2.5.4.10'
const UNIT = '2.5.4.11'
const COUNTRY = '2.5.4.6'

export function name({ commonName, organisation, unit }: Subject) {
  const part = (type: string, text: string, tag: number = TAG.utf8String) =>
    setOf(TAG.set, [sequence(oid(type), tlv(tag, Buffer.from(text, 'utf8')))])
  return sequence(
    part(COUNTRY, 'VN', TAG.printableString),
    ...(organisation ? [part(ORGANISATION, organisation)] : []),
    ...(unit ? [part(UNIT, unit)] : []),
    part(OID.commonName, commonName),
  )
}

/** Years to 2049 have two digits in certificates, later ones four (RFC 5280 §4.1.2.5). */
export function time(at: Date) {
  const digits = `${at.toISOString().replace(/\D/g, '').slice(0, 14)}Z`
  return at.getUTCFullYear() < 2050
    ? tlv(TAG.utcTime, Buffer.from(digits.slice(2)))
    : tlv(TAG.generalizedTime, Buffer.from(digits))
}

const spki = (key: KeyObject) => key.export({ type: 'spki', format: 'der' })
export const bitString = (content: Uint8Array) => tlv(TAG.bitString, Uint8Array.of(0), content)
const keyIdentifier = (key: KeyObject) => createHash('sha1').update(spki(key)).digest()

const TRUE = tlv(TAG.boolean, Uint8Array.of(0xff))
const USAGE = {
  ocspSigning: [7, 0x80],
  signing: [6, 0xc0],
  timeStamping: [7, 0x80],
  encryption: [5, 0x20],
  authority: [1, 0x06],
} as const

const uri = (address: string) => tlv(0x86, Buffer.from(address, 'latin1'))

function extensions({ authority, purpose = 'signing', publicKey, issuer, places }: CertificateRequest) {
  const extension = (type: string, critical: boolean, value: Uint8Array) =>
    sequence(oid(type), ...(critical ? [TRUE] : []), octetString(value))
  const constraints = authority ? sequence(TRUE, smallInteger(authority.pathLength)) : sequence()
  const usage = tlv(TAG.bitString, Uint8Array.from(USAGE[authority ? 'authority' : purpose]))
  return [
    extension(OID.basicConstraints, true, constraints),
    extension(OID.keyUsage, true, usage),
    ...(purpose === 'timeStamping' ? [extension(OID.extendedKeyUsage, true, sequence(oid(OID.timeStamping)))] : []),
    ...(purpose === 'ocspSigning'
      ? [
          extension(OID.extendedKeyUsage, false, sequence(oid(OID.ocspSigning))),
          // Nobody need ask whether the one who answers was revoked (RFC 6960 §4.2.2.2.1).
          extension('1.3.6.1.5.5.7.48.1.5', false, nullValue()),
        ]
      : []),
    ...(places?.ocsp
      ? [extension(OID.authorityInformationAccess, false, sequence(sequence(oid(OID.ocspAccess), uri(places.ocsp))))]
      : []),
    ...(places?.crl
      ? [extension(OID.crlDistributionPoints, false, sequence(sequence(contextTag(0, contextTag(0, uri(places.crl))))))]
      : []),
    extension('2.5.29.14', false, octetString(keyIdentifier(publicKey))),
    extension('2.5.29.35', false, sequence(tlv(0x80, keyIdentifier(issuer.publicKey)))),
  ]
}
