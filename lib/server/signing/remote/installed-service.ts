import 'server-only'
import { env, surroundings } from '../../env'
import { secretReader } from '../../national/secrets'
import { cscService } from './csc-service'
import type { HashSigningService } from './hash-signing'

let made: HashSigningService | null = null

/** The remote signing service of this installation; null where it has none. Its secret is read when it is needed. */
export function installedService(): HashSigningService | null {
  const { REMOTE_SIGNING_NAME, REMOTE_SIGNING_URL, REMOTE_SIGNING_CLIENT_ID, REMOTE_SIGNING_SECRET } = env
  if (!env.SIGNING_WAYS.includes('remote')) return null
  if (!REMOTE_SIGNING_NAME || !REMOTE_SIGNING_URL || !REMOTE_SIGNING_CLIENT_ID || !REMOTE_SIGNING_SECRET) return null
  const read = secretReader(surroundings)
  made ??= cscService({
    name: REMOTE_SIGNING_NAME,
    url: REMOTE_SIGNING_URL,
    clientId: REMOTE_SIGNING_CLIENT_ID,
    secret: () => read(REMOTE_SIGNING_SECRET),
  })
  return made
}
