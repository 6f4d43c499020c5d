import { isStrongKey, readScheme, signatureHolds } from './algorithms'
import type { Certificate } from './certificate'
import { type Der, DerError, expectTag } from './der-reader'
import { TAG } from './der-writer'

/** Makes sure that an authority signed this. The hash is the one its algorithm names; SHA-1 is none. Throws DerError. */
export function expectSignedBy(signer: Certificate, message: Der, algorithm: Der, signature: Der | undefined): void {
  const scheme = readScheme(algorithm)
  const hash = scheme?.hash
  const bits = expectTag(signature, TAG.bitString).content
  if (!scheme || !hash || bits[0] !== 0 || !isStrongKey(signer.key)) throw new DerError('A weak signature')
  if (!holds({ scheme, hash, key: signer.key, message: message.whole, signature: bits.subarray(1) }))
    throw new DerError('Signed by somebody else')
}

/** A signature of the wrong length or shape makes the library throw; that is a wrong signature, too. */
function holds(proof: Parameters<typeof signatureHolds>[0]) {
  try {
    return signatureHolds(proof)
  } catch {
    return false
  }
}
