import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AuthorityKeys } from './demo-authority'
import { readServiceKey } from './service-key'

/** The keys of the simulated authority, as the demonstration keeps them: `tsa`, `ocsp` and `*.crl` in its folder. */
export function readAuthorityKeys(folder: string): AuthorityKeys {
  const lists = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.crl')) : []
  return {
    stamp: readServiceKey(folder, 'tsa'),
    responder: readServiceKey(folder, 'ocsp'),
    lists: lists.sort().map((name) => readFileSync(join(folder, name))),
  }
}
