import { constants, createHash, type KeyObject, verify } from 'node:crypto'
import { type Der, DerError, expectTag, inside, only, readAll, readOid, sameBytes } from './der-reader'
import { nullValue, oid, sequence, TAG } from './der-writer'
import { OID } from './oids'

export type HashName = 'sha256' | 'sha384' | 'sha512'

/** How a signature was made. `hash: null` leaves it to the digest algorithm named elsewhere, as rsaEncryption does. */
export type SignatureScheme = {
  family: 'rsa' | 'ecdsa'
  hash: HashName | null
  /** Length of the salt of RSASSA-PSS; null for PKCS #1 v1.5 and ECDSA. */
  pssSalt: number | null
}

const HASHES: Record<string, HashName> = { [OID.sha256]: 'sha256', [OID.sha384]: 'sha384', [OID.sha512]: 'sha512' }

const SCHEMES: Record<string, SignatureScheme> = {
  [OID.rsaEncryption]: { family: 'rsa', hash: null, pssSalt: null },
  [OID.sha256WithRsa]: { family: 'rsa', hash: 'sha256', pssSalt: null },
  [OID.sha384WithRsa]: { family: 'rsa', hash: 'sha384', pssSalt: null },
  [OID.sha512WithRsa]: { family: 'rsa', hash: 'sha512', pssSalt: null },
  [OID.ecdsaWithSha256]: { family: 'ecdsa', hash: 'sha256', pssSalt: null },
  [OID.ecdsaWithSha384]: { family: 'ecdsa', hash: 'sha384', pssSalt: null },
  [OID.ecdsaWithSha512]: { family: 'ecdsa', hash: 'sha512', pssSalt: null },
}

export const SHA256_IDENTIFIER = sequence(oid(OID.sha256))
export const RSA_IDENTIFIER = sequence(oid(OID.rsaEncryption), nullValue())
export const ECDSA_SHA256_IDENTIFIER = sequence(oid(OID.ecdsaWithSha256))

/** The hash an AlgorithmIdentifier names; null for SHA-1 and everything else that is not accepted. Throws DerError. */
export function readHash(identifier: Der): HashName | null {
  const [name, ...parameters] = inside(identifier)
  expectNoParameters(parameters)
  return HASHES[readOid(name)] ?? null
}

/** The scheme an AlgorithmIdentifier names; null when it is not accepted. Throws DerError. */
export function readScheme(identifier: Der): SignatureScheme | null {
  const [name, ...parameters] = inside(identifier)
  if (readOid(name) === OID.rsaPss) return readPss(parameters)
  expectNoParameters(parameters)
  return SCHEMES[readOid(name)] ?? null
}

function expectNoParameters(parameters: Der[]) {
  if (parameters.length === 0) return
  if (expectTag(only(parameters), TAG.null).content.length > 0) throw new DerError('NULL with content')
}

const DIGEST_BYTES: Record<HashName, number> = { sha256: 32, sha384: 48, sha512: 64 }

/**
 * RSASSA-PSS is accepted in one form: one hash for message and mask, a salt as long as the hash. What is left out would mean SHA-1,
 * and any other number is a parameter nobody needs.
 */
function readPss(parameters: Der[]): SignatureScheme | null {
  const fields = inside(only(parameters))
  if (fields.map(({ tag }) => tag).join() !== [0xa0, 0xa1, 0xa2].join()) return null
  const [hashField, maskField, saltField] = fields.map(({ content }) => only(readAll(content)))
  const hash = hashField ? readHash(hashField) : null
  const [maskName, maskHash] = inside(maskField)
  if (!hash || !maskHash || readOid(maskName) !== OID.mgf1 || readHash(maskHash) !== hash) return null
  const salt = expectTag(saltField, TAG.integer).content
  return sameBytes(salt, Uint8Array.of(DIGEST_BYTES[hash])) ? { family: 'rsa', hash, pssSalt: salt[0] ?? 0 } : null
}

export function digestOf(hash: HashName, ...parts: Uint8Array[]): Uint8Array {
  const digest = createHash(hash)
  for (const part of parts) digest.update(part)
  return digest.digest()
}

/** Whether `signature` over `message` was made with the private half of `key`. */
export function signatureHolds(input: {
  scheme: SignatureScheme
  hash: HashName
  key: KeyObject
  message: Uint8Array
  signature: Uint8Array
}): boolean {
  const { scheme, hash, key, message, signature } = input
  if (scheme.hash !== null && scheme.hash !== hash) return false
  if (key.asymmetricKeyType !== (scheme.family === 'rsa' ? 'rsa' : 'ec')) return false
  if (scheme.pssSalt === null) return verify(hash, message, key, signature)
  const padding = constants.RSA_PKCS1_PSS_PADDING
  return verify(hash, message, { key, padding, saltLength: scheme.pssSalt }, signature)
}

/** RSA of 2048 to 4096 bits; ECDSA on P-256 or P-384. */
export function isStrongKey(key: KeyObject): boolean {
  const { modulusLength = 0, namedCurve = '' } = key.asymmetricKeyDetails ?? {}
  if (key.asymmetricKeyType === 'rsa') return modulusLength >= 2048 && modulusLength <= 4096
  return key.asymmetricKeyType === 'ec' && ['prime256v1', 'secp384r1'].includes(namedCurve)
}
