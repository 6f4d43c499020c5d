/**
 * Writes the SQL that leads from the committed schema to the edited one: npm run db:draft -- add-rank
 * Prisma's engine in its WebAssembly build, from the package registry: no download, no scratch database.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg'
import { startPostgres } from '../lib/start/postgres'

const SCHEMA = 'prisma/schema'
const name = process.argv[2] ?? 'change'
const edited = readdirSync(SCHEMA).map((file) => ({
  path: `${SCHEMA}/${file}`,
  content: readFileSync(`${SCHEMA}/${file}`, 'utf8'),
}))
const committed = git('ls-tree', '--name-only', 'HEAD', `${SCHEMA}/`)
  .split('\n')
  .filter(Boolean)
  .map((path) => ({ path, content: git('show', `HEAD:${path}`) }))

// The engine insists on a server it can reach, although it only compares texts.
const scratch = mkdtempSync(join(tmpdir(), 'portal-draft-'))
const server = await startPostgres({ folder: scratch, password: 'draft', durable: false })
try {
  const engine = await startEngine(server.url('postgres'))
  const { stdout: sql } = await engine.diff({
    from: committed.length ? { tag: 'schemaDatamodel', files: committed } : { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files: edited },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  const folder = `prisma/migrations/${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/migration.sql`, sql ?? '')
  console.log(`Wrote ${folder}/migration.sql. Read it before you commit it.`)
} finally {
  await server.stop()
  rmSync(scratch, { recursive: true, force: true })
}
process.exit()

async function startEngine(connectionString: string) {
  const wasm = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm')
    .replace(/\.js$/, '_bg.wasm')
  const { instance } = await WebAssembly.instantiate(readFileSync(wasm), {
    './schema_engine_bg.js': engineModule as never,
  })
  engineModule.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString }))
  return engineModule.SchemaEngine.new(
    { datamodels: edited.map((file) => [file.path, file.content]) },
    () => {},
    adapter,
  )
}

function git(...args: string[]) {
  return execFileSync('git', args, { encoding: 'utf8' })
}
