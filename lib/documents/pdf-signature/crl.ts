import { expectSignedBy } from './authority-answer'
import type { Certificate } from './certificate'
import { type Der, DerError, expectTag, inside, readAll, readOid, readOne, readTime, sameBytes } from './der-reader'
import { TAG } from './der-writer'
import { OID } from './oids'
import { type Evidence, isCurrent, type RevocationStatus } from './revocation'

/** `at` null: of whatever time the list is, only who gave it is judged. */
type Question = { certificate: Certificate; issuer: Certificate; at: Date | null }

/** Looks a certificate up in its issuer's list of revoked ones (RFC 5280 §5). Throws DerError for a list that does not answer for it. */
export function lookUpInCrl(bytes: Uint8Array, question: Question): RevocationStatus & { evidence: Evidence } {
  const whole = readOne(bytes)
  if (whole.whole.length !== bytes.length) throw new DerError('Something follows the list')
  const [list, algorithm, signature] = inside(whole)
  if (!list || !algorithm) throw new DerError('A list without signature')
  const { certificate, issuer, at } = question
  const { revoked, ...evidence } = readList(list, bytes, issuer)
  if (!issuer.keyUsage.includes('cRLSign')) throw new DerError('A list of who may not make one')
  expectSignedBy(issuer, list, algorithm, signature)
  if (at && !isCurrent(evidence, at)) throw new DerError('A list of another time')
  const entry = revoked
    .map((one) => inside(one))
    .find(([serial]) => serial !== undefined && sameBytes(serial.whole, certificate.encoded.serial))
  const status: RevocationStatus = entry ? { status: 'revoked', at: readTime(entry[1]) } : { status: 'good' }
  return { ...status, evidence }
}

function readList(list: Der, der: Uint8Array, issuer: Certificate): Evidence & { revoked: Der[] } {
  const fields = inside(list)
  const [, name, since, ...rest] = fields[0]?.tag === TAG.integer ? fields.slice(1) : fields
  if (!name || !sameBytes(name.whole, issuer.encoded.subject)) throw new DerError('A list of somebody else')
  const times = [TAG.utcTime, TAG.generalizedTime] as number[]
  const next = rest[0] && times.includes(rest[0].tag) ? rest[0] : null
  const extensions = rest.find(({ tag }) => tag === 0xa0)
  if (extensions) expectWholeList(inside(readAll(extensions.content)[0]))
  const revoked = rest.find(({ tag }) => tag === TAG.sequence)
  return {
    source: 'crl',
    der,
    thisUpdate: readTime(since),
    nextUpdate: next ? readTime(next) : null,
    revoked: revoked ? inside(revoked) : [],
  }
}

/** A list of changes only, or of some certificates or reasons only, says nothing about the others. */
function expectWholeList(extensions: Der[]) {
  for (const extension of extensions) {
    const [type, ...rest] = inside(extension)
    const name = readOid(type)
    const critical = rest[0]?.tag === TAG.boolean && rest[0].content[0] !== 0
    if (!critical) continue
    const value = readOne(expectTag(rest.at(-1), TAG.octetString).content)
    const onlyPlace = name === OID.issuingDistributionPoint && inside(value).every(({ tag }) => tag === 0xa0)
    if (!onlyPlace) throw new DerError('A list of some certificates only')
  }
}
