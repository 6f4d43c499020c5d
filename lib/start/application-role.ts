import { Client } from 'pg'

type ApplicationRole = {
  ownerUrl: string
  role: string
  /** Null: somebody else makes the role and keeps its password. */
  password: string | null
}

/**
 * Makes the role the application runs as and gives it what it needs, no more: rows, never tables, and of the
 * append-only tables only reading and adding. Which those are is written once, as triggers in the migrations.
 */
export async function grantApplicationRole({ ownerUrl, role, password }: ApplicationRole): Promise<void> {
  const client = new Client(ownerUrl)
  await client.connect()
  try {
    const name = client.escapeIdentifier(role)
    if (password !== null) await makeRole(client, name, password)
    await client.query(`
      GRANT USAGE ON SCHEMA public TO ${name};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${name};
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${name};
      REVOKE ALL ON _prisma_migrations FROM ${name};`)
    for (const table of await appendOnlyTables(client)) {
      await client.query(`REVOKE UPDATE, DELETE, TRUNCATE ON ${client.escapeIdentifier(table)} FROM ${name}`)
    }
  } finally {
    await client.end()
  }
}

async function makeRole(client: Client, name: string, password: string) {
  const login = `${name} LOGIN PASSWORD ${client.escapeLiteral(password)}`
  try {
    await client.query(`CREATE ROLE ${login}`)
  } catch (error) {
    // Databases of one server share their roles. 42710: it exists; 23505: another start is making it this moment.
    const { code } = error as { code?: string }
    if (code === '42710') await client.query(`ALTER ROLE ${login}`)
    else if (code !== '23505') throw error
  }
}

async function appendOnlyTables(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT DISTINCT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgname = 'append_only'",
  )
  return rows.map((row) => row.name.replaceAll('"', ''))
}
