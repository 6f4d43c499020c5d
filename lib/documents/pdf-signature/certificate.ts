import { createHash, type KeyObject, X509Certificate } from 'node:crypto'
import { readScheme, type SignatureScheme } from './algorithms'
import { type Der, expectTag, inside, readAll, readOne } from './der-reader'
import { TAG } from './der-writer'
import { type Extensions, readExtensions } from './extensions'
import { nameText, readName } from './name'
import { OID } from './oids'

/** A certificate, with what judging a signature needs of it. */
export type Certificate = Extensions & {
  der: Uint8Array
  /** SHA-256 of the certificate, lower-case hex: by this it is registered. */
  fingerprint: string
  /** Upper-case hex, as certification authorities print it. */
  serial: string
  subject: string
  issuer: string
  commonName: string
  notBefore: Date
  notAfter: Date
  key: KeyObject
  /** How the issuer signed it; null when in a way that is not accepted, such as SHA-1. */
  scheme: SignatureScheme | null
  /** The encoded parts that CMS and the path repeat. */
  encoded: { issuer: Uint8Array; subject: Uint8Array; serial: Uint8Array }
  isSignedBy(issuer: Certificate): boolean
}

/** Reads a certificate, DER or PEM; null when it is not one. */
export function readCertificate(bytes: Uint8Array): Certificate | null {
  try {
    return parse(Uint8Array.from(derOf(bytes)))
  } catch {
    return null
  }
}

function derOf(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1')
  const pem = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/.exec(text)?.[1]
  return pem ? Buffer.from(pem, 'base64') : bytes
}

function parse(der: Uint8Array): Certificate {
  const whole = readOne(der)
  if (whole.whole.length !== der.length) throw new RangeError('Something follows the certificate')
  const [body, algorithm] = inside(whole)
  const fields = inside(body)
  // The version is left out only by certificates without extensions, which cannot be judged.
  const [, serial, , issuer, , subject] = fields
  const encodedSerial = expectTag(serial, TAG.integer)
  const x509 = new X509Certificate(der)
  const subjectName = readName(subject)
  return {
    ...readExtensions(extensionsOf(fields)),
    der,
    fingerprint: createHash('sha256').update(der).digest('hex'),
    serial: Buffer.from(encodedSerial.content)
      .toString('hex')
      .replace(/^00(?=.)/, '')
      .toUpperCase(),
    subject: nameText(subjectName),
    issuer: nameText(readName(issuer)),
    commonName: subjectName.findLast(({ type }) => type === OID.commonName)?.text ?? nameText(subjectName),
    notBefore: new Date(x509.validFrom),
    notAfter: new Date(x509.validTo),
    key: x509.publicKey,
    scheme: algorithm ? readScheme(algorithm) : null,
    encoded: {
      issuer: expectTag(issuer, TAG.sequence).whole,
      subject: expectTag(subject, TAG.sequence).whole,
      serial: encodedSerial.whole,
    },
    isSignedBy: ({ key }) => signedBy(x509, key),
  }
}

function extensionsOf(fields: Der[]): Der[] {
  const list = fields.find(({ tag }) => tag === 0xa3)
  return list ? inside(readAll(list.content)[0]) : []
}

function signedBy(x509: X509Certificate, key: KeyObject) {
  try {
    return x509.verify(key)
  } catch {
    return false
  }
}
