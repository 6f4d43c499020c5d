import 'server-only'
import { Prisma } from '@/prisma/generated/client'

/** Did somebody else take this value between our looking and our writing? `column` as in the database. */
export function isTaken(error: unknown, column: string): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002') return false
  return JSON.stringify(error.meta ?? {}).includes(column)
}
