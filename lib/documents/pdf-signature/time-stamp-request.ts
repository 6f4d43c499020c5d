import { SHA256_IDENTIFIER } from './algorithms'
import { DerError, expectTag, inside, readOne } from './der-reader'
import { octetString, positiveInteger, sequence, smallInteger, TAG, tlv } from './der-writer'

const TRUE = Uint8Array.of(0xff)

/**
 * Asks an authority to stamp what has this SHA-256, and to send its certificates along (RFC 3161 §2.4.1).
 * `nonce` is random and ties the answer to this very question.
 */
export const timeStampRequest = (imprint: Uint8Array, nonce: Uint8Array): Uint8Array =>
  sequence(
    smallInteger(1),
    sequence(SHA256_IDENTIFIER, octetString(imprint)),
    positiveInteger(nonce),
    tlv(TAG.boolean, TRUE),
  )

/** The token in an authority's answer. Throws DerError when it refused or says nothing that can be read. */
export function tokenInAnswer(answer: Uint8Array): Uint8Array {
  const whole = readOne(answer)
  if (whole.whole.length !== answer.length) throw new DerError('Something follows the answer')
  const [status, token] = inside(whole)
  const [code] = inside(status)
  const granted = [0, 1].includes(expectTag(code, TAG.integer).content[0] ?? -1)
  if (!granted || !token) throw new DerError('The authority gave no time stamp')
  return token.whole
}
