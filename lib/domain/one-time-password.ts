/** No letter or digit that can be taken for another on paper. 32 of them: a byte's lower five bits choose one. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

export const ONE_TIME_PASSWORD_BYTES = 12

/** A password to be used once, in three groups to read aloud: `H7KM-2QXR-V4TP`, 60 bits. The bytes are the randomness. */
export function oneTimePassword(bytes: Uint8Array): string {
  if (bytes.length < ONE_TIME_PASSWORD_BYTES) throw new RangeError('Twelve random bytes are needed')
  const letters = [...bytes.subarray(0, ONE_TIME_PASSWORD_BYTES)].map((byte) => LETTERS[byte & 31]).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`
}
