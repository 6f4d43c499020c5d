import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from '@/prisma/generated/client'
import { env } from './env'

/** One pool per process, kept through reloads of `next dev`. */
const kept = globalThis as { portalDatabase?: PrismaClient }
export const db =
  kept.portalDatabase ?? new PrismaClient({ adapter: new PrismaPg({ connectionString: env.DATABASE_URL }) })
kept.portalDatabase = db

/** An open transaction: every writer demands one. */
export type Tx = Prisma.TransactionClient
