import { createHash } from 'node:crypto'
import { expectSignedBy } from './authority-answer'
import { type Certificate, readCertificate } from './certificate'
import {
  type Der,
  DerError,
  expectTag,
  inside,
  only,
  readAll,
  readOid,
  readOne,
  readTime,
  sameBytes,
} from './der-reader'
import { contextTag, nullValue, octetString, oid, sequence, TAG } from './der-writer'
import { OID } from './oids'
import { type Evidence, isCurrent, type RevocationStatus } from './revocation'

/** Asks a responder about one certificate (RFC 6960 §4.1). With a nonce the answer must be to this very question, if it repeats one. */
export function ocspRequest(certificate: Certificate, issuer: Certificate, nonce: Uint8Array): Uint8Array {
  const question = sequence(certificateId(certificate, issuer))
  const extension = sequence(oid(OID.ocspNonce), octetString(octetString(nonce)))
  return sequence(sequence(sequence(question), contextTag(2, sequence(extension))))
}

/** Authorities name a certificate by SHA-1 of its issuer; nothing rests on it, since the answer is signed. */
function certificateId(certificate: Certificate, issuer: Certificate): Uint8Array {
  const [, keyBits] = inside(readOne(issuer.key.export({ type: 'spki', format: 'der' })))
  const key = expectTag(keyBits, TAG.bitString).content.subarray(1)
  const name = certificate.encoded.issuer
  return sequence(
    sequence(oid(OID.sha1), nullValue()),
    octetString(sha1(name)),
    octetString(sha1(key)),
    certificate.encoded.serial,
  )
}

const sha1 = (bytes: Uint8Array) => createHash('sha1').update(bytes).digest()

/** `at` null: of whatever time the answer is, only who gave it is judged. */
type Question = { certificate: Certificate; issuer: Certificate; at: Date | null; nonce?: Uint8Array }

/** Reads a responder's answer, and believes it only if the issuer, or whom it sent, signed it and it is of now. Throws DerError. */
export function readOcspAnswer(bytes: Uint8Array, question: Question): RevocationStatus & { evidence: Evidence } {
  const whole = readOne(bytes)
  if (whole.whole.length !== bytes.length) throw new DerError('Something follows the answer')
  const [status, wrapped] = inside(whole)
  if (expectTag(status, TAG.enumerated).content[0] !== 0) throw new DerError('The responder declined')
  const [type, octets] = inside(only(inside(wrapped, 0xa0)))
  if (readOid(type) !== OID.ocspBasic) throw new DerError('An answer of another kind')
  const [data, algorithm, signature, carried] = inside(readOne(expectTag(octets, TAG.octetString).content))
  if (!data || !algorithm) throw new DerError('An answer without signature')
  const at = question.at ?? givenAt(data)
  expectSignedBy(responder({ ...question, at }, carried), data, algorithm, signature)
  return readData(data, bytes, question)
}

/** The issuer itself, or a certificate it made for answering (RFC 6960 §4.2.2.2); tried by what the answer carries. */
function responder({ issuer, at }: Question & { at: Date }, carried: Der | undefined): Certificate {
  const given = carried ? inside(only(readAll(expectTag(carried, 0xa0).content))) : []
  const delegate = given
    .map(({ whole }) => readCertificate(whole))
    .find((one) => one?.extendedKeyUsage?.includes(OID.ocspSigning) === true)
  if (!delegate) return issuer
  const sound =
    sameBytes(delegate.encoded.issuer, issuer.encoded.subject) &&
    delegate.scheme !== null &&
    delegate.isSignedBy(issuer) &&
    at >= delegate.notBefore &&
    at <= delegate.notAfter
  if (!sound) throw new DerError('A responder nobody sent')
  return delegate
}

function readData(data: Der, der: Uint8Array, { certificate, issuer, at, nonce }: Question) {
  const parts = inside(data).filter(({ tag }) => tag !== 0xa0)
  const [, , responses, extensions] = parts
  expectNonce(extensions, nonce)
  const wanted = certificateId(certificate, issuer)
  const answer = inside(responses)
    .map((one) => inside(one))
    .find(([id]) => id !== undefined && sameCertificate(id, wanted))
  const [, state, since, ...rest] = answer ?? []
  if (!state) throw new DerError('An answer about something else')
  const next = rest.find(({ tag }) => tag === 0xa0)
  const evidence: Evidence = {
    source: 'ocsp',
    der,
    thisUpdate: readTime(since),
    nextUpdate: next ? readTime(only(readAll(next.content))) : null,
  }
  if (at && !isCurrent(evidence, at)) throw new DerError('An answer of another time')
  return { ...statusOf(state), evidence }
}

/** `producedAt`: the third part, after the version (where it is written) and the responder's name. */
function givenAt(data: Der): Date {
  const [, produced] = inside(data).filter(({ tag }) => tag !== 0xa0)
  return readTime(produced)
}

function expectNonce(extensions: Der | undefined, nonce: Uint8Array | undefined) {
  if (!extensions || !nonce) return
  const list = inside(only(readAll(expectTag(extensions, 0xa1).content)))
  const repeated = list.map((one) => inside(one)).find(([type]) => readOid(type) === OID.ocspNonce)
  const value = repeated?.at(-1)
  if (!value) return
  if (!sameBytes(expectTag(value, TAG.octetString).content, octetString(nonce)))
    throw new DerError('An answer to another question')
}

/** Some responders leave the NULL of the hash out: the hashes and the number decide. */
function sameCertificate(id: Der, wanted: Uint8Array): boolean {
  const [[, ...given], [, ...asked]] = [inside(id), inside(readOne(wanted))]
  return (
    given.length === asked.length && given.every((part, index) => sameBytes(part.whole, asked[index]?.whole ?? NOTHING))
  )
}

const NOTHING = new Uint8Array()

function statusOf(state: Der): RevocationStatus {
  if (state.tag === 0x80) return { status: 'good' }
  if (state.tag === 0xa1) return { status: 'revoked', at: readTime(readAll(state.content)[0]) }
  return { status: 'unknown', why: 'tổ chức chứng thực không biết chứng thư này' }
}
