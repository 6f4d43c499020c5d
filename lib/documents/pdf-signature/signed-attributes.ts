import { digestOf, ECDSA_SHA256_IDENTIFIER, RSA_IDENTIFIER, SHA256_IDENTIFIER } from './algorithms'
import { type Certificate, readCertificate } from './certificate'
import { readOne } from './der-reader'
import { contextTag, octetString, oid, sequence, setOf, TAG } from './der-writer'
import { OID } from './oids'

/**
 * The bytes the signer's key signs (with SHA-256): they bind the digest of the file to this one certificate and to the algorithms,
 * so that none of them can be exchanged afterwards. Throws RangeError when `certificate` (DER) is not one.
 */
export function signedAttributes(digest: Uint8Array, certificate: Uint8Array): Uint8Array {
  const signer = expectCertificate(certificate)
  const { issuer, serial } = signer.encoded
  const certificateId = sequence(
    octetString(digestOf('sha256', signer.der)),
    sequence(sequence(contextTag(4, issuer)), serial),
  )
  const algorithm = readOne(signatureIdentifier(signer)).content
  return setOf(TAG.set, [
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.messageDigest, octetString(digest)),
    attribute(OID.signingCertificateV2, sequence(sequence(certificateId))),
    attribute(OID.algorithmProtection, sequence(SHA256_IDENTIFIER, contextTag(1, algorithm))),
  ])
}

const attribute = (type: string, value: Uint8Array) => sequence(oid(type), setOf(TAG.set, [value]))

export const signatureIdentifier = ({ key }: Certificate) =>
  key.asymmetricKeyType === 'ec' ? ECDSA_SHA256_IDENTIFIER : RSA_IDENTIFIER

export function expectCertificate(der: Uint8Array): Certificate {
  const certificate = readCertificate(der)
  if (!certificate) throw new RangeError('Not a certificate')
  return certificate
}
