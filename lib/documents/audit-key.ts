import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'

/** The installation's own key, which signs what leaves of the log: 32 bytes of Ed25519, in base64url. */
export function auditKeyOf(secret: string): KeyObject {
  const seed = Buffer.from(secret.trim(), 'base64url')
  if (seed.length !== 32) throw new Error('AUDIT_KEY must be 32 bytes in base64url.')
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
}

/** RFC 8410: everything of a private key before its seed. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The public half in base64 (SPKI), as it stands in an export. */
export const publicText = (key: KeyObject): string =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64')

/** SHA-256 of the public key: what two people compare over the telephone, `a1b2:…`, eight groups. */
export const fingerprintOf = (publicKey: string): string =>
  createHash('sha256')
    .update(Buffer.from(publicKey, 'base64'))
    .digest('hex')
    .slice(0, 32)
    .replace(/(.{4})(?=.)/g, '$1:')
