import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const NAMES = [
  'sessionSecret',
  'secondFactorKey',
  'databaseOwnerPassword',
  'databaseApplicationPassword',
  'fileKey',
  'auditKey',
] as const
export type Secrets = Record<(typeof NAMES)[number], string>

/** The secrets of this installation, made at its first start and kept where only their owner reads them. */
export function readSecrets(dataFolder: string): Secrets {
  const file = join(dataFolder, 'secrets.json')
  const known: Partial<Secrets> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const secrets = Object.fromEntries(
    NAMES.map((name) => [name, known[name] ?? randomBytes(32).toString('base64url')]),
  ) as Secrets
  if (NAMES.some((name) => !known[name])) {
    writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  }
  return secrets
}
