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
  hasTimeStamp: boolean
}

const MOST_CERTIFICATES = 8

/** Reads a detached CMS signature with one signer, followed by nothing but zeros (RFC 5652, RFC 5035). Throws DerError. */
export function readCms(bytes: Uint8Array): Cms {
  const content = readOne(bytes)
  if (bytes.subarray(content.whole.length).some((octet) => octet !== 0))
    throw new DerError('Something follows the signature')
  const [type, body, ...more] = inside(content)
  if (readOid(type) !== OID.signedData || more.length > 0) throw new DerError('Not signed data')
  const fields = inside(only(inside(body, 0xa0)))
  const [version, digests, encapsulated, certificates] = fields
  expectVersionOne(version)
  expectDetached(encapsulated)
  const signer = inside(only(inside(fields.at(-1), TAG.set)))
  const listed = inside(certificates, 0xa0)
  if (listed.length > MOST_CERTIFICATES) throw new DerError('More certificates than any path needs')
  const all = listed.map(({ whole }) => expectCertificate(whole))
  return { certificates: all, ...readSigner(signer, all, only(inside(digests, TAG.set))) }
}

function readSigner(fields: Der[], certificates: Certificate[], announcedDigest: Der) {
  const [version, id, digest, attributes, algorithm, signature, ...unsigned] = fields
  expectVersionOne(version)
  if (!digest || !algorithm) throw new DerError('A signer without algorithms')
  if (!sameBytes(digest.whole, announcedDigest.whole)) throw new DerError('Two digest algorithms')
  const signedBytes = Uint8Array.from(expectTag(attributes, 0xa0).whole)
  signedBytes[0] = TAG.set
  const values = readAttributes(inside(attributes, 0xa0))
  expectSameAlgorithms(values.get(OID.algorithmProtection), digest, algorithm)
  if (readOid(values.get(OID.contentType)) !== OID.data) throw new DerError('Signed as something else than data')
  if (values.has(OID.signingCertificate) && !values.has(OID.signingCertificateV2)) throw new DerError('Bound by SHA-1')
  return {
    signer: signerOf(id, certificates),
    hash: readHash(digest),
    scheme: readScheme(algorithm),
    signedBytes,
    signature: expectTag(signature, TAG.octetString).content,
    messageDigest: expectTag(values.get(OID.messageDigest), TAG.octetString).content,
    namesCertificate: certificateNamer(values.get(OID.signingCertificateV2)),
    hasTimeStamp: readUnsigned(unsigned),
  }
}

function expectVersionOne(version: Der | undefined) {
  if (!sameBytes(expectTag(version, TAG.integer).content, Uint8Array.of(1))) throw new DerError('Version other than 1')
}

function expectDetached(encapsulated: Der | undefined) {
  if (readOid(only(inside(encapsulated))) !== OID.data) throw new DerError('Content inside the signature')
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

/** Outside what is signed only a time stamp may stand. */
function readUnsigned(unsigned: Der[]): boolean {
  if (unsigned.length === 0) return false
  const types = inside(only(unsigned), 0xa1).map((attribute) => readOid(inside(attribute)[0]))
  if (types.some((type) => type !== OID.timeStampToken)) throw new DerError('An unsigned attribute')
  return types.length > 0
}
