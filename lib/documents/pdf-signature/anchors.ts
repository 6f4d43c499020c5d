import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const BLOCK = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g

/** The trusted certificates of a folder, as PEM: every block of every `*.pem` file in it. Throws when there is no such folder. */
export const readAnchors = (folder: string): Uint8Array[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.pem'))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'latin1').match(BLOCK) ?? [])
    .map((block) => Buffer.from(block, 'latin1'))
