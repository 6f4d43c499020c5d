import { type HashName, readHash, readScheme, type SignatureScheme } from './algorithms'
import { type Certificate, readCertificate } from './certificate'
import { type Der, DerError, expectTag, inside, only, readOid, readOne, sameBytes } from './der-reader'
import { TAG } from './der-writer'
import { OID } from './oids'

/** What a signature says, before anything of it is believed. */
export type Cms = {
  signer: Certificate
  /** Every certificate in it, the signer's among them. */
  certificates: Certificate[]
  /** Null when it is one that is not accepted. */
  hash: HashName | null
  scheme: SignatureScheme | null
  /** The attributes as they were signed. */
  signedBytes: Uint8Array
  signature: Uint8Array
  messageDigest: Uint8Array
  /** Whether the attributes name this very certificate by a hash of SHA-2. */
  namesCertificate: (certificate: Certificate, digest: (hash: HashName, bytes: Uint8Array) => Uint8Array) => boolean
  /** A time stamp over the signature, as it was put beside it; null without one. */
  timeStamp: Uint8Array | null
}

/** A CMS that carries what it signs. */
export type EnclosingCms = Cms & { content: Uint8Array }

const MOST_CERTIFICATES = 8

/** Reads a detached CMS signature with one signer, followed by nothing but zeros (RFC 5652, RFC 5035). Throws DerError. */
export function readCms(bytes: Uint8Array): Cms {
  const content = readOne(bytes)
  if (bytes.subarray(content.whole.length).some((octet) => octet !== 0))
    throw new DerError('Something follows the signature')
  const [encapsulated, read] = readSignedData(content, { version: 1, contentType: OID.data })
  if (encapsulated.length > 0) throw new DerError('Content inside the signature')
  return read
}

/** Reads a CMS with one signer that encloses what is signed, of this type. Throws DerError. */
export function readEnclosingCms(bytes: Uint8Array, contentType: string): EnclosingCms {
  const content = readOne(bytes)
  if (content.whole.length !== bytes.length) throw new DerError('Something follows the signature')
  const [encapsulated, read] = readSignedData(content, { version: 3, contentType })
  const octets = inside(only(encapsulated), 0xa0)
  return { ...read, content: expectTag(only(octets), TAG.octetString).content }
}

type Expected = { version: number; contentType: string }

function readSignedData(content: Der, { version: wanted, contentType }: Expected): [Der[], Cms] {
  const [type, body, ...more] = inside(content)
  if (readOid(type) !== OID.signedData || more.length > 0) throw new DerError('Not signed data')
  const fields = inside(only(inside(body, 0xa0)))
  if (fields.length !== 5) throw new DerError('Signed data with more than certificates and a signer')
  const [version, digests, encapsulated, certificates, signers] = fields
  expectVersion(version, wanted)
  const [encapsulatedType, ...inner] = inside(encapsulated)
  if (readOid(encapsulatedType) !== contentType) throw new DerError('Content of another type')
  const signer = inside(only(inside(signers, TAG.set)))
  const listed = inside(certificates, 0xa0)
  if (listed.length > MOST_CERTIFICATES) throw new DerError('More certificates than any path needs')
  const all = listed.map(({ whole }) => expectCertificate(whole))
  return [inner, { certificates: all, ...readSigner(signer, all, only(inside(digests, TAG.set)), contentType) }]
}

function readSigner(fields: Der[], certificates: Certificate[], announcedDigest: Der, contentType: string) {
  const [version, id, digest, attributes, algorithm, signature, ...unsigned] = fields
  expectVersion(version, 1)
  if (!digest || !algorithm) throw new DerError('A signer without algorithms')
  if (!sameBytes(digest.whole, announcedDigest.whole)) throw new DerError('Two digest algorithms')
  const signedBytes = Uint8Array.from(expectTag(attributes, 0xa0).whole)
  signedBytes[0] = TAG.set
  const values = readAttributes(inside(attributes, 0xa0))
  expectSameAlgorithms(values.get(OID.algorithmProtection), digest, algorithm)
  if (readOid(values.get(OID.contentType)) !== contentType) throw new DerError('Signed as something else')
  if (values.has(OID.signingCertificate) && !values.has(OID.signingCertificateV2)) throw new DerError('Bound by SHA-1')
  return {
    signer: signerOf(id, certificates),
    hash: readHash(digest),
    scheme: readScheme(algorithm),
    signedBytes,
    signature: expectTag(signature, TAG.octetString).content,
    messageDigest: expectTag(values.get(OID.messageDigest), TAG.octetString).content,
    namesCertificate: certificateNamer(values.get(OID.signingCertificateV2)),
    timeStamp: readUnsigned(unsigned),
  }
}

function expectVersion(version: Der | undefined, wanted: number) {
  if (!sameBytes(expectTag(version, TAG.integer).content, Uint8Array.of(wanted)))
    throw new DerError(`Version other than ${wanted}`)
}

function expectCertificate(der: Uint8Array): Certificate {
  const certificate = readCertificate(der)
  if (!certificate) throw new DerError('A certificate that cannot be read')
  return certificate
}

function signerOf(id: Der | undefined, certificates: Certificate[]): Certificate {
  const [issuer, serial] = inside(id)
  if (!issuer || !serial) throw new DerError('A signer without a name')
  return only(
    certificates.filter(
      ({ encoded }) => sameBytes(encoded.issuer, issuer.whole) && sameBytes(encoded.serial, serial.whole),
    ),
  )
}

/** Attributes by type, each with its one value. */
function readAttributes(attributes: Der[]): Map<string, Der> {
  const values = new Map<string, Der>()
  for (const attribute of attributes) {
    const [type, set, ...more] = inside(attribute)
    const name = readOid(type)
    if (values.has(name) || more.length > 0) throw new DerError(`Attribute ${name} twice`)
    values.set(name, only(inside(set, TAG.set)))
  }
  return values
}

/** RFC 6211: the algorithms stand outside what is signed, unless this attribute repeats them. */
function expectSameAlgorithms(protection: Der | undefined, digest: Der, algorithm: Der) {
  if (!protection) return
  const [protectedDigest, protectedAlgorithm] = inside(protection)
  const same =
    protectedDigest &&
    sameBytes(protectedDigest.whole, digest.whole) &&
    protectedAlgorithm?.tag === 0xa1 &&
    sameBytes(protectedAlgorithm.content, algorithm.content)
  if (!same) throw new DerError('Algorithms other than those that were signed')
}

function certificateNamer(value: Der | undefined): Cms['namesCertificate'] {
  if (!value) return () => false
  const [id] = inside(inside(value)[0])
  const [first, second] = inside(id)
  const named = first?.tag === TAG.octetString
  const hash = named ? 'sha256' : first ? readHash(first) : null
  const { content } = expectTag(named ? first : second, TAG.octetString)
  return ({ der }, digest) => hash !== null && sameBytes(digest(hash, der), content)
}

/** Outside what is signed only one time stamp may stand. */
function readUnsigned(unsigned: Der[]): Uint8Array | null {
  if (unsigned.length === 0) return null
  const [type, set, ...more] = inside(only(inside(only(unsigned), 0xa1)))
  if (readOid(type) !== OID.timeStampToken || more.length > 0) throw new DerError('An unsigned attribute')
  return only(inside(set, TAG.set)).whole
}
