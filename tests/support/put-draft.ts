import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'

/** Writes a draft past the portal that runs in this data folder: what a test does not type itself. Gives the record's id. */
export async function putDraft(dataFolder: string, citizenId: string, draft: unknown): Promise<string> {
  const client = await theDatabase(dataFolder)
  const { rows } = await client
    .query(
      `UPDATE record SET draft = $1, missing = 0, filled = 109, has_unsent = true, updated_at = now()
         FROM person WHERE person.id = record.person_id AND person.citizen_id = $2 RETURNING record.id`,
      [draft, citizenId],
    )
    .finally(() => client.end())
  return rows[0].id
}

/** A line to the database of the portal that runs in this data folder, as the owner of its tables. */
export async function theDatabase(dataFolder: string): Promise<Client> {
  const client = new Client(addressOf(dataFolder))
  await client.connect()
  return client
}

/** Of the cluster the start made in its data folder. */
function addressOf(folder: string) {
  const [, , , port] = readFileSync(join(folder, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')
  const secrets = JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8')) as Record<string, string>
  return `postgresql://postgres:${secrets.databaseOwnerPassword}@127.0.0.1:${port}/portal`
}
