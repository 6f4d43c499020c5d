/**
 * `npm run bench [-- --people 2000 --rounds 9 --import 50000 --pushes 2000]`: how fast, against what the same work costs at least on this machine in
 * this very run. It brings its own database and people, and writes nothing outside `data/` but the build it measures.
 */
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { grantApplicationRole } from '@/lib/start/application-role'
import { build, buildIsStale, NEXT } from '@/lib/start/build'
import { clusterFolder } from '@/lib/start/cluster-folder'
import { Crew } from '@/lib/start/crew'
import { onEnd } from '@/lib/start/endings'
import { freePort } from '@/lib/start/free-port'
import { startPostgres } from '@/lib/start/postgres'
import { migrate } from '@/prisma/migrate'
import { buildBareNext } from './bare-next'
import { fillWithPeople } from './people'

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '2000' },
    rounds: { type: 'string', default: '9' },
    import: { type: 'string', default: '50000' },
    pushes: { type: 'string', default: '2000' },
    /** `pushes`: nothing else. */
    only: { type: 'string', default: '' },
  },
})
const folder = resolve('data/bench')
const bareFolder = join(folder, 'bare-next')
mkdirSync(folder, { recursive: true })

const crew = new Crew()
const password = 'bench'
const server = await startPostgres({ folder: clusterFolder(folder), password, durable: true })
const stop = async () => {
  await crew.dismiss()
  await server.stop()
}
onEnd(() => stop().then(() => process.exit(1)))

let code: number | null = 1
try {
  const database = await freshDatabase()
  console.log(`Filling ${Number(values.people).toLocaleString('en')} people …`)
  const { hash } = await fillWithPeople(server.url('bench'), Math.max(Number(values.people), Number(values.pushes) + 1))
  const env = {
    ...process.env,
    DATABASE_URL: database,
    NEXTAUTH_SECRET: aKey(),
    SECOND_FACTOR_KEY: aKey(),
    FILE_KEYS: `bench:${aKey()}`,
    STORAGE_DIR: join(folder, 'files'),
    DATA_FOLDER: folder,
    AUTH_TRUST_HOST: '1',
    PORTAL_MODE: 'demonstration',
    PORTAL_TODAY: '',
    NEXT_TELEMETRY_DISABLED: '1',
  }
  if (buildIsStale()) {
    console.log('Building the application …')
    await build(crew, env)
  }
  await buildBareNext(crew, env, bareFolder)
  const [portal, bare] = [
    await serve([NEXT, 'start'], env, '/api/health'),
    await serve([NEXT, 'start', bareFolder], env, '/'),
  ]
  const fixture = `${values.people} people (${hash})`
  const measure = ['--conditions=react-server', '--import', 'tsx', 'tests/bench/measure.ts']
  const words = [portal, bare, values.rounds, fixture, commit(), join(folder, 'results.jsonl'), values.import]
  const measured = values.only === 'pushes' ? 0 : (await crew.hire([...measure, ...words], env)).code
  const pushing = [...measure.slice(0, -1), 'tests/bench/push-all.ts', portal, values.pushes, folder]
  code = measured || (await crew.hire(pushing, env)).code
} finally {
  await stop()
}
process.exit(code ?? 1)

function aKey() {
  return randomBytes(32).toString('base64url')
}

async function freshDatabase(): Promise<string> {
  const client = new Client(server.url('postgres'))
  await client.connect()
  await client.query('DROP DATABASE IF EXISTS bench WITH (FORCE)')
  await client.query('CREATE DATABASE bench')
  await client.end()
  await migrate(server.url('bench'))
  const url = new URL(server.url('bench'))
  Object.assign(url, { username: 'portal_bench', password })
  await grantApplicationRole({ ownerUrl: server.url('bench'), role: 'portal_bench', password })
  return url.href
}

/** Starts a web server on a free port; gives its address when it answers. */
async function serve(args: string[], env: Record<string, string | undefined>, path: string): Promise<string> {
  const port = await freePort()
  crew.hire([...args, '-p', String(port)], env)
  const address = `http://127.0.0.1:${port}`
  while (!(await fetch(`${address}${path}`).then(Boolean, () => false)))
    await new Promise((later) => setTimeout(later, 200))
  return address
}

function commit() {
  try {
    return `commit ${execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()}`
  } catch {
    return 'no repository'
  }
}
