import 'server-only'
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { env } from './env'

/**
 * AES-256-GCM with the installation's key. `SECOND_FACTOR_KEY` may name several, parted by commas: the first seals, all
 * open, so that a key is changed without losing what it sealed. `context` binds a text to its row and purpose.
 */
export function seal(content: Uint8Array, context: string): string {
  const nonce = randomBytes(12)
  const [key] = keys()
  if (!key) throw new Error('SECOND_FACTOR_KEY is missing')
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
  const sealed = Buffer.concat([cipher.update(content), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** What was sealed; null for what no key opens: altered, of another row, or of a key that is gone. */
export function unseal(sealed: string, context: string): Buffer | null {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < 28) return null
  for (const key of keys()) {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
      .setAAD(Buffer.from(context))
      .setAuthTag(bytes.subarray(12, 28))
    try {
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
    } catch {
      // The next key may be the one.
    }
  }
  return null
}

/** One hash for each key, the present key's first: without the key a stolen table cannot be tried out. */
export const keyedHashes = (text: string): string[] =>
  keys().map((key) => createHmac('sha256', key).update(text).digest('hex'))

const keys = () => env.SECOND_FACTOR_KEY.split(',').map((key) => createHash('sha256').update(key.trim()).digest())
