import { afterAll } from 'vitest'
import { freshDatabase } from './database'

const database = await freshDatabase()
process.env.DATABASE_URL = database.url
process.env.DATABASE_OWNER_URL = database.ownerUrl
process.env.NEXTAUTH_SECRET ??= 'a secret that only the tests know, and no one else'
process.env.PORTAL_MODE ??= 'demonstration'
afterAll(async () => {
  const { db } = await import('@/lib/server/db')
  await db.$disconnect()
  await database.drop()
})
