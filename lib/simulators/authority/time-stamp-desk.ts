import { createHash, randomBytes } from 'node:crypto'
import { der, ID, int, octets, parts, seq, set, time, within } from './asn'
import { algorithmOf, readParts, type ServiceKey, signWith } from './service-key'

const LENGTHS = new Map([
  [ID.sha256.toString('hex'), 32],
  [ID.sha384.toString('hex'), 48],
  [ID.sha512.toString('hex'), 64],
])

/** Stamps what it is asked to (RFC 3161), or declines what it does not understand. */
export function stampTime(request: Buffer, service: ServiceKey, at: Date): Buffer {
  const asked = attempt(() => readRequest(request))
  if (!asked) return seq(seq(int(2)))
  return seq(seq(int(0)), token(asked, service, at))
}

type Asked = { imprint: Buffer; nonce: Buffer | null }

function readRequest(request: Buffer): Asked | null {
  const [version, imprint, ...rest] = within(request)
  if (version?.content.toString('hex') !== '01' || !imprint) return null
  const [algorithm, digest] = parts(imprint.content)
  const name = parts(algorithm?.content ?? Buffer.alloc(0))[0]?.whole.toString('hex') ?? ''
  if (digest?.content.length !== LENGTHS.get(name)) return null
  return { imprint: imprint.whole, nonce: rest.find(({ tag }) => tag === 0x02)?.whole ?? null }
}

function token({ imprint, nonce }: Asked, service: ServiceKey, at: Date): Buffer {
  const [certificate, ...above] = service.certificates
  if (!certificate) throw new RangeError('A service without certificate')
  const serial = der(0x02, Uint8Array.of(1), randomBytes(8))
  const info = seq(int(1), ID.demonstrationPolicy, imprint, serial, time(at), ...(nonce ? [nonce] : []))
  const sha256 = seq(ID.sha256)
  const { issuer, serial: ownSerial } = readParts(certificate)
  const attribute = (id: Buffer, value: Buffer) => seq(id, set(value))
  const attributes = set(
    attribute(ID.contentType, ID.timeStampInfo),
    attribute(ID.messageDigest, octets(hash(info))),
    attribute(ID.signingCertificateV2, seq(seq(seq(octets(hash(certificate)))))),
    attribute(
      ID.algorithmProtection,
      seq(sha256, der(0xa1, parts(algorithmOf(service))[0]?.content ?? Buffer.alloc(0))),
    ),
  )
  const stored = Buffer.from(attributes)
  stored[0] = 0xa0
  const signature = octets(signWith(service, attributes))
  const signer = seq(int(1), seq(issuer, ownSerial), sha256, stored, algorithmOf(service), signature)
  // The root stays at home: who trusts it has it.
  const carried = der(0xa0, ...[certificate, ...above.slice(0, -1)].toSorted(Buffer.compare))
  const body = seq(int(3), set(sha256), seq(ID.timeStampInfo, der(0xa0, octets(info))), carried, set(signer))
  return seq(ID.signedData, der(0xa0, body))
}

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
