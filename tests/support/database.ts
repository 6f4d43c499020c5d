import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { grantApplicationRole } from '@/lib/start/application-role'
import { startPostgres } from '@/lib/start/postgres'
import { migrate } from '@/prisma/migrate'

// Fixed: the role outlives the databases of a run on a server that several runs share.
const APPLICATION = { role: 'portal_test', password: 'portal_test' }

/** Once per run: one migrated database, from which every test file gets a copy of its own. */
export async function setup() {
  const stopServer = process.env.TEST_DATABASE_SERVER ? async () => {} : await startOwnServer()
  const template = `test_template_${randomUUID().slice(0, 8)}`
  process.env.TEST_DATABASE_TEMPLATE = template
  await onServer(`CREATE DATABASE ${template}`)
  await migrate(urlOf(template))
  await grantApplicationRole({ ownerUrl: urlOf(template), ...APPLICATION })
  return async () => {
    await onServer(`DROP DATABASE ${template} WITH (FORCE)`)
    await stopServer()
  }
}

/**
 * Once per test file: a copy takes well under a tenth of a second.
 * `url` is the application's address, with its rights and no more; `ownerUrl` is the address of the migrations.
 */
export async function freshDatabase() {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${process.env.TEST_DATABASE_TEMPLATE}`)
  const application = new URL(urlOf(name))
  application.username = APPLICATION.role
  application.password = APPLICATION.password
  return { url: application.href, ownerUrl: urlOf(name), drop: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`) }
}

async function startOwnServer() {
  const folder = mkdtempSync(join(tmpdir(), 'portal-test-'))
  const server = await startPostgres({ folder, password: 'test', durable: false })
  process.env.TEST_DATABASE_SERVER = server.url('postgres')
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
    delete process.env.TEST_DATABASE_SERVER
  }
}

function urlOf(database: string) {
  const url = new URL(process.env.TEST_DATABASE_SERVER ?? '')
  url.pathname = `/${database}`
  return url.href
}

async function onServer(statement: string) {
  const client = new Client(urlOf('postgres'))
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
