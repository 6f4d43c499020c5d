import { createHash } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { migrate } from '@/prisma/migrate'
import { grantApplicationRole } from './application-role'
import { type Postgres, startPostgres } from './postgres'
import { isRoot, NOBODY, ROOT_HOME } from './postgres-binaries'
import type { Secrets } from './secrets'
import type { Settings } from './settings'
import { StartProblem } from './start-problem'

export type Database = {
  /** As whom tables are made and changed. */
  ownerUrl: string
  /** The PostgreSQL this start runs itself, if it does. */
  server: Postgres | null
}

/** The PostgreSQL of `DATABASE_URL`, reached; or the one npm brought, started. */
export async function openDatabase(settings: Settings, secrets: Secrets): Promise<Database> {
  if (settings.databaseUrl === null) {
    const folder = clusterFolder(settings.dataFolder)
    const server = await startPostgres({ folder, password: secrets.databaseOwnerPassword, durable: true })
    return { ownerUrl: server.url('portal'), server }
  }
  await reach(settings.databaseUrl, 'DATABASE_URL')
  if (settings.databaseOwnerUrl) await reach(settings.databaseOwnerUrl, 'DATABASE_OWNER_URL')
  return { ownerUrl: settings.databaseOwnerUrl ?? settings.databaseUrl, server: null }
}

/**
 * Migrates, lets the application in with its own role, and fills an empty database of a demonstration with `seed`.
 * Returns the application's address.
 */
export async function prepareDatabase(
  { ownerUrl, server }: Database,
  settings: Settings,
  secrets: Secrets,
  seed: (applicationUrl: string) => Promise<void>,
): Promise<string> {
  if (server === null) {
    await migrate(ownerUrl)
    const url = await admitApplication(ownerUrl, settings, secrets)
    if (settings.mode === 'demonstration' && (await isEmpty(ownerUrl))) await seed(url)
    return url
  }
  // Filled under another name first: a first start that is interrupted leaves no half province behind.
  if (!(await hasDatabase(server, 'portal'))) {
    await onServer(
      server,
      'DROP DATABASE IF EXISTS portal_unfinished WITH (FORCE)',
      'CREATE DATABASE portal_unfinished',
    )
    const unfinished = server.url('portal_unfinished')
    await migrate(unfinished)
    await seed(await admitApplication(unfinished, settings, secrets))
    await onServer(server, 'ALTER DATABASE portal_unfinished RENAME TO portal')
  }
  await migrate(ownerUrl)
  return admitApplication(ownerUrl, settings, secrets)
}

/** Root's cluster lies where `nobody` can reach it; `data/postgres` then points there. */
function clusterFolder(dataFolder: string) {
  const folder = join(dataFolder, 'postgres')
  if (existsSync(folder)) return folder
  if (!isRoot) {
    mkdirSync(folder)
    return folder
  }
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)
  const elsewhere = join(ROOT_HOME, `cluster-${name}`)
  // Left by a data folder that was deleted since: nothing points to it any more.
  rmSync(elsewhere, { recursive: true, force: true })
  mkdirSync(elsewhere, { recursive: true })
  chownSync(elsewhere, NOBODY, NOBODY)
  rmSync(folder, { force: true })
  symlinkSync(elsewhere, folder)
  return folder
}

/** A real installation brings its application role in `DATABASE_URL`, and the owner beside it; a demonstration makes one. */
async function admitApplication(ownerUrl: string, { mode, databaseUrl, databaseOwnerUrl }: Settings, secrets: Secrets) {
  if (databaseUrl !== null && databaseOwnerUrl !== null) {
    await grantApplicationRole({ ownerUrl, role: decodeURIComponent(new URL(databaseUrl).username), password: null })
    return databaseUrl
  }
  if (mode === 'production') return ownerUrl
  const url = new URL(ownerUrl)
  url.username = 'portal_application'
  url.password = secrets.databaseApplicationPassword
  await grantApplicationRole({ ownerUrl, role: url.username, password: url.password })
  return url.href
}

async function reach(address: string, name: string) {
  if (!/^postgres(ql)?:\/\//.test(address) || !URL.canParse(address)) {
    throw new StartProblem(`${name} is not an address of a PostgreSQL database (postgresql://user:password@host/name).`)
  }
  const { host, pathname } = new URL(address)
  const client = new Client({ connectionString: address, connectionTimeoutMillis: 5000 })
  try {
    await client.connect()
    await client.end()
  } catch (error) {
    throw new StartProblem(
      `The database ${pathname.slice(1)} at ${host} cannot be reached (${why(error)}); check ${name}.`,
    )
  }
}

const why = (error: unknown) => {
  const { code, message } = error as { code?: string; message?: string }
  return message || code || 'no answer'
}

async function isEmpty(url: string) {
  const client = new Client(url)
  await client.connect()
  const { rows } = await client.query('SELECT NOT EXISTS (SELECT FROM unit) AS empty').finally(() => client.end())
  return rows[0].empty === true
}

async function hasDatabase(server: Postgres, name: string) {
  const client = new Client(server.url('postgres'))
  await client.connect()
  const { rowCount } = await client
    .query('SELECT FROM pg_database WHERE datname = $1', [name])
    .finally(() => client.end())
  return rowCount === 1
}

async function onServer(server: Postgres, ...statements: string[]) {
  const client = new Client(server.url('postgres'))
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
