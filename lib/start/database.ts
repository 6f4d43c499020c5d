import { Client } from 'pg'
import { migrate } from '@/prisma/migrate'
import { grantApplicationRole } from './application-role'
import { clusterFolder } from './cluster-folder'
import { type Postgres, startPostgres } from './postgres'
import { reach } from './reach'
import type { Secrets } from './secrets'
import type { Settings } from './settings'

/** Fills an empty database, told as whom the application comes in, and who owns the tables. */
export type Seed = (urls: { application: string; owner: string }) => Promise<void>

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
 * Migrates, lets the application in with its own role, and fills an empty database of a demonstration with `seed`, which is
 * told both addresses. Returns the application's address.
 */
export async function prepareDatabase(
  { ownerUrl, server }: Database,
  settings: Settings,
  secrets: Secrets,
  seed: Seed,
): Promise<string> {
  if (server && !(await hasDatabase(server, 'portal'))) {
    // Filled under another name first: a first start that is interrupted leaves no half province behind.
    await onServer(
      server,
      'DROP DATABASE IF EXISTS portal_unfinished WITH (FORCE)',
      'CREATE DATABASE portal_unfinished',
    )
    await prepareDatabase({ ownerUrl: server.url('portal_unfinished'), server: null }, settings, secrets, seed)
    await onServer(server, 'ALTER DATABASE portal_unfinished RENAME TO portal')
  }
  await migrate(ownerUrl)
  const applicationUrl = await admitApplication(ownerUrl, settings, secrets)
  if (settings.mode === 'demonstration' && (await isEmpty(ownerUrl))) {
    await seed({ application: applicationUrl, owner: ownerUrl })
  }
  return applicationUrl
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
