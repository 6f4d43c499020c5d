import { Client } from 'pg'
import { expect, test } from 'vitest'
import { db } from '@/lib/server/db'

test('the application reads its database as a role that owns nothing', async () => {
  const [row] = await db.$queryRaw<{ role: string; owns: boolean }[]>`
    SELECT rolname::text AS role, rolsuper AS owns FROM pg_roles WHERE rolname = current_user`
  expect(row).toEqual({ role: 'portal_test', owns: false })
})

test('names are sorted as Vietnamese sorts them', async () => {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT name FROM (VALUES ('Đặng'), ('Dương'), ('Ân'), ('An'), ('Ăn')) AS people(name)
    ORDER BY name COLLATE "vi-x-icu"`
  expect(rows.map((row) => row.name)).toEqual(['An', 'Ăn', 'Ân', 'Dương', 'Đặng'])
})

const APPEND_ONLY = ['revision', 'audit_event', 'delivery_attempt']

test.each(APPEND_ONLY)('the application may add to %s, and neither change nor remove', async (table) => {
  const rights = await db.$queryRawUnsafe(`SELECT
    has_table_privilege('${table}', 'INSERT') AS add,
    has_table_privilege('${table}', 'UPDATE') OR has_table_privilege('${table}', 'DELETE')
      OR has_table_privilege('${table}', 'TRUNCATE') AS rewrite`)
  expect(rights).toEqual([{ add: true, rewrite: false }])
})

test.each(APPEND_ONLY)('not even its owner rewrites %s', async (table) => {
  const owner = new Client(process.env.DATABASE_OWNER_URL)
  await owner.connect()
  for (const sql of [`UPDATE "${table}" SET id = id`, `DELETE FROM "${table}"`, `TRUNCATE "${table}" CASCADE`]) {
    await expect(owner.query(sql)).rejects.toThrow('is append-only')
  }
  await owner.end()
})
