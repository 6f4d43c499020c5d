/**
 * Applies pending migrations, each whole or not at all.
 * Keeps Prisma's own ledger, so `prisma migrate deploy` may be used wherever its engine can be downloaded.
 */
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Client } from 'pg'

const FOLDER = new URL('./migrations/', import.meta.url)
const LEDGER = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
    logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`

/** Returns the names of the migrations it applied. The address must be the owner's, not the application's. */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const client = new Client(databaseUrl)
  await client.connect()
  try {
    // Two starts of one installation may meet here; the second finds nothing left to do.
    await client.query("SELECT pg_advisory_lock(hashtext('prisma-migrations'))")
    await client.query(LEDGER)
    const { rows } = await client.query('SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL')
    const applied = new Set(rows.map((row) => row.migration_name))
    const pending = migrationNames().filter((name) => !applied.has(name))
    for (const name of pending) await apply(client, name)
    return pending
  } finally {
    await client.end()
  }
}

const migrationNames = () =>
  (existsSync(FOLDER) ? readdirSync(FOLDER, { withFileTypes: true }) : [])
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()

async function apply(client: Client, name: string) {
  const sql = readFileSync(new URL(`${name}/migration.sql`, FOLDER), 'utf8')
  const checksum = createHash('sha256').update(sql).digest('hex')
  await client.query('BEGIN')
  await client.query(sql)
  await client.query(
    'INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)',
    [randomUUID(), checksum, name],
  )
  await client.query('COMMIT')
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const url = process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL
  if (!url) throw new Error('Set DATABASE_URL; "npm start" migrates its own database by itself.')
  const applied = await migrate(url)
  console.log(applied.length ? `Applied ${applied.join(', ')}` : 'Nothing to apply')
}
