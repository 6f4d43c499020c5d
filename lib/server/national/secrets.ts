import 'server-only'
import { readFileSync } from 'node:fs'
import type { SecretReference } from '@/lib/domain/exchange/connection-profile'

/** Fetches what a reference names. */
export type SecretReader = (reference: SecretReference) => string

/** A secret that the profile names and this machine does not have. The message names the place, never the value. */
export class SecretMissing extends Error {
  constructor(readonly reference: SecretReference) {
    super(`${reference} holds no secret`)
  }
}

/** Reads the environment or a file at the moment of asking, so that a secret may be changed without a start. */
export const secretReader =
  (surroundings: Record<string, string | undefined>): SecretReader =>
  (reference) => {
    const value = reference.startsWith('env:') ? surroundings[reference.slice(4)] : fileOf(reference.slice(5))
    if (!value) throw new SecretMissing(reference)
    return value
  }

function fileOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '')
  } catch {
    return undefined
  }
}
