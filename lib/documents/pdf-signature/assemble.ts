import { SHA256_IDENTIFIER } from './algorithms'
import { type Certificate, readCertificate } from './certificate'
import { sameBytes } from './der-reader'
import { contextTag, octetString, oid, sequence, setOf, smallInteger, TAG } from './der-writer'
import { OID } from './oids'
import type { Gap } from './prepare'
import { expectCertificate, signatureIdentifier } from './signed-attributes'

type Parts = {
  prepared: Uint8Array
  gap: Gap
  /** From `signedAttributes`, as signed. */
  attributes: Uint8Array
  /** What the key made of them. */
  signature: Uint8Array
  certificate: Uint8Array
  /** Whatever else the key file held; only those on the way from the certificate to its root are kept. */
  intermediates: Uint8Array[]
}

/** Puts the signature into the gap. Nothing is judged here: `verifyPdf` does. Throws RangeError when it does not fit or is no certificate. */
export function assemble({ prepared, gap, attributes, signature, certificate, intermediates }: Parts): Uint8Array {
  const signer = expectCertificate(certificate)
  const certificates = [signer, ...issuersOf(signer, intermediates)].map(({ der }) => der)
  const cms = Buffer.from(signedData(signer, certificates, attributes, signature))
  const room = gap.end - gap.start - 2
  if (cms.length * 2 > room) throw new RangeError(`The signature needs ${cms.length} bytes, there are ${room / 2}`)
  const pdf = Buffer.from(prepared)
  pdf.write(cms.toString('hex'), gap.start + 1, 'latin1')
  return new Uint8Array(pdf)
}

function signedData(signer: Certificate, certificates: Uint8Array[], attributes: Uint8Array, signature: Uint8Array) {
  const stored = Uint8Array.from(attributes)
  // Signed as a SET, stored as field [0] of the signer's entry (RFC 5652 §5.4).
  stored[0] = 0xa0
  const { issuer, serial } = signer.encoded
  const signerInfo = sequence(
    smallInteger(1),
    sequence(issuer, serial),
    SHA256_IDENTIFIER,
    stored,
    signatureIdentifier(signer),
    octetString(signature),
  )
  const body = sequence(
    smallInteger(1),
    setOf(TAG.set, [SHA256_IDENTIFIER]),
    sequence(oid(OID.data)),
    setOf(0xa0, certificates),
    setOf(TAG.set, [signerInfo]),
  )
  return sequence(oid(OID.signedData), contextTag(0, body))
}

/** The authorities above a certificate, without the root: that one the verifier must know by itself. */
function issuersOf(signer: Certificate, candidates: Uint8Array[]): Certificate[] {
  const known = candidates.map(readCertificate).filter((certificate) => certificate !== null)
  const path: Certificate[] = []
  for (let below = signer; path.length < known.length; ) {
    const issuer = known.find((one) => sameBytes(one.encoded.subject, below.encoded.issuer) && below.isSignedBy(one))
    if (!issuer || isSelfIssued(issuer) || path.includes(issuer)) break
    path.push(issuer)
    below = issuer
  }
  return path
}

const isSelfIssued = ({ encoded }: Certificate) => sameBytes(encoded.subject, encoded.issuer)
