import { type Certificate, readCertificate } from './certificate'
import { readCms, readEnclosingCms } from './cms'
import { lookUpInCrl } from './crl'
import { sameBytes } from './der-reader'
import { readOcspAnswer } from './ocsp'
import { OID } from './oids'
import type { SecurityStore } from './security-store'
import { writtenSignatures } from './structure'

/**
 * The certificates a file's signatures and time stamps rest on: those in it, and the anchors above them. Throws DerError for a
 * signature that cannot be read.
 */
export function certificatesIn(signed: Uint8Array, anchors: readonly Certificate[]): Certificate[] {
  const inside = writtenSignatures(signed).flatMap((placed) => {
    if (!placed) return []
    const { certificates, timeStamp } = readCms(placed.contents)
    return [...certificates, ...(timeStamp ? readEnclosingCms(timeStamp, OID.timeStampInfo).certificates : [])]
  })
  const above = anchors.filter((anchor) => inside.some((one) => isIssuedBy(one, anchor)))
  return [...new Map([...inside, ...above].map((one) => [one.fingerprint, one])).values()]
}

const isIssuedBy = (one: Certificate, issuer: Certificate) =>
  one.fingerprint !== issuer.fingerprint &&
  sameBytes(one.encoded.issuer, issuer.encoded.subject) &&
  one.isSignedBy(issuer)

/**
 * Whether a store holds nothing but what its signatures rest on: their certificates, and answers that the right authority signed about
 * one of them. Of which time an answer is does not matter here: who judges asks for one of the right time.
 */
export function isSoundStore(store: SecurityStore, signed: Uint8Array, anchors: readonly Certificate[]): boolean {
  try {
    const known = certificatesIn(signed, anchors)
    const pairs = known.flatMap((certificate) =>
      known.filter((issuer) => isIssuedBy(certificate, issuer)).map((issuer) => ({ certificate, issuer, at: null })),
    )
    const answers = (look: typeof readOcspAnswer | typeof lookUpInCrl, der: Uint8Array) =>
      pairs.some((pair) => holds(() => look(der, pair).status !== 'unknown'))
    return (
      store.certs.every((der) => known.some((one) => sameBytes(one.der, der) && readCertificate(der) !== null)) &&
      store.ocsps.every((der) => answers(readOcspAnswer, der)) &&
      store.crls.every((der) => answers(lookUpInCrl, der))
    )
  } catch {
    return false
  }
}

function holds(check: () => boolean): boolean {
  try {
    return check()
  } catch {
    return false
  }
}
