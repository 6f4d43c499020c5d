// Types only: forge itself is fetched when somebody opens a key.
export type Forge = typeof import('node-forge')
export type Asn1 = import('node-forge').asn1.Asn1
export type Bag = import('node-forge').pkcs12.Bag
export type RsaKey = import('node-forge').pki.rsa.PrivateKey
type Certificate = import('node-forge').pki.Certificate

/** A certificate of a key file, read by hand: forge refuses those whose authority signs with elliptic curves. */
export type KeyCertificate = { der: string; subject: string; serial: string; notAfter: Date }

/** The certificates of a key file; DER as a string of bytes. */
export const certificatesOf = (forge: Forge, bags: Bag[]): KeyCertificate[] =>
  bags
    .filter(({ type }) => type === forge.pki.oids.certBag)
    .map(({ cert, asn1 }) => read(forge, cert ? asIssued(forge, cert) : asn1))

/**
 * forge spells the algorithm of a certificate in its own way, which would give it another fingerprint; the issuer's spelling
 * stands in the signed part.
 */
function asIssued({ asn1 }: Forge, { tbsCertificate, signature }: Certificate) {
  const signed = tbsCertificate as Asn1
  const { UNIVERSAL } = asn1.Class
  return asn1.create(UNIVERSAL, asn1.Type.SEQUENCE, true, [
    signed,
    ...children(signed).slice(2, 3),
    asn1.create(UNIVERSAL, asn1.Type.BITSTRING, false, `\0${signature}`),
  ])
}

/** Whether a certificate is that of a key: its public half stands in it, byte for byte. */
export function belongsTo(forge: Forge, { der }: KeyCertificate, key: RsaKey) {
  const publicKey = forge.pki.publicKeyToAsn1(forge.pki.setRsaPublicKey(key.n, key.e))
  return der.includes(forge.asn1.toDer(publicKey).getBytes())
}

function read(forge: Forge, certificate: Asn1): KeyCertificate {
  const [, serial, , , validity, subject] = children(children(certificate)[0])
  return {
    der: forge.asn1.toDer(certificate).getBytes(),
    subject: commonName(forge, subject),
    serial: forge.util
      .bytesToHex(textOf(serial))
      .replace(/^00(?=.)/, '')
      .toUpperCase(),
    notAfter: dateOf(forge, children(validity)[1]),
  }
}

function commonName(forge: Forge, subject: Asn1 | undefined) {
  const wanted = forge.asn1.oidToDer(forge.pki.oids.commonName ?? '').getBytes()
  const pairs = children(subject).flatMap(children).map(children)
  const raw = textOf(pairs.find(([type]) => textOf(type) === wanted)?.[1])
  try {
    return forge.util.decodeUtf8(raw)
  } catch {
    return raw
  }
}

function dateOf(forge: Forge, time: Asn1 | undefined) {
  const text = textOf(time)
  return time?.type === forge.asn1.Type.UTCTIME
    ? forge.asn1.utcTimeToDate(text)
    : forge.asn1.generalizedTimeToDate(text)
}

export const children = (node: Asn1 | undefined) => (Array.isArray(node?.value) ? node.value : [])
const textOf = (node: Asn1 | undefined) => (typeof node?.value === 'string' ? node.value : '')
