import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { env } from '../env'

/** A token nobody can guess: its place is one address, once. Only its SHA-256 is kept. */
export const newToken = () => randomBytes(32).toString('base64url')

export const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** As the tool on the signer's machine reaches it, or (without a place of one's own) as the page does. */
export const oneTimeAddress = (what: 'source' | 'upload', token: string) =>
  `${(env.PORTAL_URL ?? '').replace(/\/$/, '')}/api/signing/${what}?${new URLSearchParams({ t: token })}`
