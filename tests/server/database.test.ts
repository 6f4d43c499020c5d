import { expect, test } from 'vitest'
import { db } from '@/lib/server/db'

test('the application reads its database as a role that owns nothing', async () => {
  const [row] = await db.$queryRaw<{ role: string; owns: boolean }[]>`
    SELECT current_user::text AS role, rolsuper AS owns
    FROM pg_roles WHERE rolname = current_user`
  expect(row).toEqual({ role: 'portal_test', owns: false })
})

test('names are sorted as Vietnamese sorts them', async () => {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT name FROM (VALUES ('Đặng'), ('Dương'), ('Ân'), ('An'), ('Ăn')) AS people(name) ORDER BY name`
  expect(rows.map((row) => row.name)).toEqual(['An', 'Ăn', 'Ân', 'Dương', 'Đặng'])
})
