import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from '@/prisma/generated/client'
import { env } from './env'

/**
 * One pool per process, kept through reloads of `next dev`. Pipelined, because inside a transaction several questions
 * are asked over one connection at once: by `Promise.all`, and by every `include` of more than one relation.
 */
const kept = globalThis as { portalDatabase?: PrismaClient }
const adapter = () => new PrismaPg({ connectionString: env.DATABASE_URL, pipeline: true })
export const db = kept.portalDatabase ?? new PrismaClient({ adapter: adapter() })
kept.portalDatabase = db

/** An open transaction: every writer demands one. */
export type Tx = Prisma.TransactionClient
