import 'server-only'
import { readFileSync } from 'node:fs'
import { env } from '../env'

export type FileKey = { id: string; secret: Buffer }

/** Keys of the file store: the first seals, all of them open, so that a key is changed by putting a new one in front. */
export function fileKeys(): FileKey[] {
  const said = env.FILE_KEYS ?? (env.FILE_KEYS_FILE ? readFileSync(env.FILE_KEYS_FILE, 'utf8') : '')
  const keys = readKeys(said)
  if (keys.length === 0) throw new Error('No key for the file store: set FILE_KEYS or FILE_KEYS_FILE.')
  return keys
}

/** `id:key` parted by commas or lines, each key 32 bytes in base64url. Never says a key in its complaint. */
export function readKeys(said: string): FileKey[] {
  const keys = said
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((line) => {
      const [id = '', secret = ''] = line.split(':')
      const bytes = Buffer.from(secret, 'base64url')
      if (!/^[\w.-]{1,64}$/.test(id) || bytes.length !== 32) {
        throw new Error(`FILE_KEYS: "${id}" is not followed by ":" and 32 bytes in base64url.`)
      }
      return { id, secret: bytes }
    })
  if (new Set(keys.map(({ id }) => id)).size !== keys.length) throw new Error('FILE_KEYS names a key twice.')
  return keys
}
