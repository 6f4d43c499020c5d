import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { freshDatabase } from './database'

const database = await freshDatabase()
process.env.DATABASE_URL = database.url
process.env.DATABASE_OWNER_URL = database.ownerUrl
process.env.NEXTAUTH_SECRET ??= 'a secret that only the tests know, and no one else'
process.env.SECOND_FACTOR_KEY ??= 'another secret that only the tests know, and no one else'
process.env.PORTAL_MODE ??= 'demonstration'
process.env.FILE_KEYS ??= `test:${Buffer.alloc(32, 7).toString('base64url')}`
process.env.AUDIT_KEY ??= Buffer.alloc(32, 9).toString('base64url')
const files = mkdtempSync(join(tmpdir(), 'portal-files-'))
process.env.STORAGE_DIR = files
afterAll(async () => {
  const { db } = await import('@/lib/server/db')
  await db.$disconnect()
  await database.drop()
  rmSync(files, { recursive: true, force: true })
})
