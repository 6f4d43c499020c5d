import { constants, createHash, type KeyObject, sign, X509Certificate } from 'node:crypto'
import { der, members, NULL, octets, oid, SET, sequence, setOf, small } from './der'

/** A key on the simulated token: DER of its certificate and of the authorities above it. */
export type ToolKey = { key: KeyObject; certificate: Uint8Array; issuers: Uint8Array[] }

export type CmsStyle = {
  /** RSASSA-PSS (SHA-256, salt 32) instead of PKCS #1 v1.5. */
  pss?: boolean
  /** Leaves out the attribute that binds the certificate, as plain `adbe.pkcs7.detached` signatures do. */
  plain?: boolean
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const SHA256 = sequence(oid('2.16.840.1.101.3.4.2.1'))

/** A detached CMS signature over a digest (SHA-256), as the tool puts it into a PDF. */
export function toolCms(digest: Uint8Array, { key, certificate, issuers }: ToolKey, style: CmsStyle = {}): Buffer {
  const [issuer, serial] = nameAndSerial(certificate)
  const attributes = setOf(SET, [
    attribute('1.2.840.113549.1.9.3', oid('1.2.840.113549.1.7.1')),
    attribute('1.2.840.113549.1.9.4', octets(digest)),
    ...(style.plain
      ? []
      : [
          attribute(
            '1.2.840.113549.1.9.16.2.47',
            sequence(sequence(sequence(octets(sha256(certificate)), sequence(sequence(der(0xa4, issuer)), serial)))),
          ),
        ]),
  ])
  const stored = Buffer.from(attributes)
  stored[0] = 0xa0
  const signer = sequence(
    ...[small(1), sequence(issuer, serial), SHA256, stored],
    ...[algorithmOf(key, style), octets(signed(attributes, key, style))],
  )
  const chain = [certificate, ...issuers].filter((one) => !isRoot(one)).map((one) => Buffer.from(one))
  const content = sequence(
    ...[small(1), der(SET, SHA256), sequence(oid('1.2.840.113549.1.7.1')), setOf(0xa0, chain), der(SET, signer)],
  )
  return sequence(oid('1.2.840.113549.1.7.2'), der(0xa0, content))
}

const attribute = (type: string, value: Buffer) => sequence(oid(type), der(SET, value))

function nameAndSerial(certificate: Uint8Array): [Buffer, Buffer] {
  const [body] = members(Buffer.from(certificate))
  const fields = members(body ?? Buffer.alloc(0))
  const at = fields[0]?.[0] === 0xa0 ? 1 : 0
  const [serial, , issuer] = fields.slice(at)
  if (!issuer || !serial) throw new Error('Not a certificate')
  return [issuer, serial]
}

function signed(attributes: Buffer, key: KeyObject, { pss }: CmsStyle) {
  if (!pss) return sign('sha256', attributes, key)
  return sign('sha256', attributes, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 })
}

function algorithmOf({ asymmetricKeyType }: KeyObject, { pss }: CmsStyle) {
  if (asymmetricKeyType === 'ec') return sequence(oid('1.2.840.10045.4.3.2'))
  if (!pss) return sequence(oid('1.2.840.113549.1.1.11'), NULL)
  const mask = sequence(oid('1.2.840.113549.1.1.8'), SHA256)
  return sequence(oid('1.2.840.113549.1.1.10'), sequence(der(0xa0, SHA256), der(0xa1, mask), der(0xa2, small(32))))
}

function isRoot(certificate: Uint8Array) {
  const { subject, issuer } = new X509Certificate(certificate)
  return subject === issuer
}
