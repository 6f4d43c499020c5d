import { createHash } from 'node:crypto'
import { bits, der, ID, octets, parts, seq, time, within } from './asn'
import { algorithmOf, readParts, type ServiceKey, serialText, signWith } from './service-key'

const HOUR_MS = 3_600_000
const [MALFORMED, UNAUTHORISED] = [1, 6]

/** Answers whether certificates were revoked (RFC 6960), for the authority that stands above the service's own certificate. */
export function answerRevocation(
  request: Buffer,
  service: ServiceKey,
  { revoked, at }: { revoked: ReadonlyMap<string, Date>; at: Date },
): Buffer {
  const asked = attempt(() => readRequest(request))
  if (!asked) return declined(MALFORMED)
  const [own, issuer] = service.certificates
  if (!own || !issuer) return declined(UNAUTHORISED)
  const { keyBits } = readParts(issuer)
  const keyHash = createHash('sha1').update(keyBits).digest()
  if (!asked.ids.every(({ issuerKey }) => issuerKey.equals(keyHash))) return declined(UNAUTHORISED)
  const answers = asked.ids.map(({ whole, serial }) => {
    const since = revoked.get(serialText(serial))
    const status = since && since <= at ? der(0xa1, time(since)) : der(0x80)
    return seq(whole, status, time(at), der(0xa0, time(new Date(at.getTime() + HOUR_MS))))
  })
  const nonce = asked.nonce ? [der(0xa1, seq(asked.nonce))] : []
  const { subject } = readParts(own)
  const data = seq(der(0xa1, subject), time(at), seq(...answers), ...nonce)
  const basic = seq(data, algorithmOf(service), bits(signWith(service, data)), der(0xa0, seq(own)))
  return seq(der(0x0a, Uint8Array.of(0)), der(0xa0, seq(ID.ocspBasic, octets(basic))))
}

const declined = (status: number) => seq(der(0x0a, Uint8Array.of(status)))

function readRequest(request: Buffer) {
  const [list, ...extensions] = within(request, 2).filter(({ tag }) => tag !== 0xa0 && tag !== 0xa1)
  const ids = parts(list?.content ?? Buffer.alloc(0)).map((one) => {
    const id = parts(one.content)[0]
    const [, , issuerKey, serial] = parts(id?.content ?? Buffer.alloc(0))
    if (!id || !issuerKey || !serial) throw new RangeError('No certificate asked about')
    return { whole: id.whole, issuerKey: issuerKey.content, serial: serial.whole }
  })
  if (ids.length === 0) throw new RangeError('Nothing asked')
  const given = extensions.find(({ tag }) => tag === 0xa2)
  const nonce = given ? within(given.content).find(({ content }) => content.includes(ID.ocspNonce)) : undefined
  return { ids, nonce: nonce?.whole ?? null }
}

function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
