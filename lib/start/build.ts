import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Crew, Env } from './crew'

/** What the built application depends on. The launcher and the simulator are not part of it. */
const SOURCES = ['app', 'components', 'lib/catalogue', 'lib/domain', 'lib/documents', 'lib/server', 'public']
const SETTINGS = ['package-lock.json', 'next.config.ts', 'postcss.config.mjs', 'proxy.ts', 'tsconfig.json']
const SCHEMA = 'prisma/schema'
const STAMP = '.next/built-from'
const CLIENT_STAMP = 'prisma/generated/generated-from'
export const NEXT = 'node_modules/next/dist/bin/next'

/** The database client, generated again only when the schema has changed. */
export async function ensureClient(crew: Crew, env: Env): Promise<void> {
  const wanted = fingerprint([SCHEMA, 'package-lock.json'])
  if (stampIn(CLIENT_STAMP) === wanted) return
  // Prisma wants to download an engine that generating does not need.
  const offline = { ...env, PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true', PRISMA_HIDE_UPDATE_MESSAGE: '1' }
  await crew.run('Generating the database client', ['node_modules/prisma/build/index.js', 'generate'], offline)
  writeFileSync(CLIENT_STAMP, wanted)
}

export const buildIsStale = () => !existsSync('.next/BUILD_ID') || stampIn(STAMP) !== sourcesNow()

export async function build(crew: Crew, env: Env): Promise<void> {
  const from = sourcesNow()
  await crew.run('Building the application', [NEXT, 'build'], { ...env, NODE_ENV: 'production' })
  writeFileSync(STAMP, from)
}

const sourcesNow = () => fingerprint([...SOURCES, ...SETTINGS, SCHEMA])

const stampIn = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : null)

/** Of contents, not of dates: a fresh clone or a changed branch and back again needs no build. */
function fingerprint(paths: string[]) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesUnder)) hash.update(`${file}\0`).update(readFileSync(file))
  return hash.digest('hex')
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return []
  if (/\.\w+$/.test(path)) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
