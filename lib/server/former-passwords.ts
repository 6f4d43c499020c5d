import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { db, type Tx } from './db'
import { isPassword } from './passwords'

const NEWEST_FIRST: Prisma.FormerPasswordOrderByWithRelationInput[] = [{ replacedAt: 'desc' }, { id: 'desc' }]

/** Was this one of the last `remembered` passwords, the present one included? */
export async function wasPassword(
  { userId, passwordHash }: { userId: string; passwordHash: string },
  wanted: string,
  remembered: number,
): Promise<boolean> {
  const former = await db.formerPassword.findMany({
    where: { userId },
    orderBy: NEWEST_FIRST,
    take: remembered - 1,
    select: { passwordHash: true },
  })
  // One after the other: each comparison takes 19 MiB and a core.
  for (const hash of [passwordHash, ...former.map((one) => one.passwordHash)]) {
    if (await isPassword(wanted, hash)) return true
  }
  return false
}

/** Before the password is replaced: keeps what it was, and deletes what is too old to be asked about. */
export async function rememberPassword(tx: Tx, userId: string, remembered: number, now: Date) {
  const { passwordHash } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { passwordHash: true } })
  await tx.formerPassword.create({ data: { userId, passwordHash, replacedAt: now } })
  const old = await tx.formerPassword.findMany({
    where: { userId },
    orderBy: NEWEST_FIRST,
    skip: remembered - 1,
    select: { id: true },
  })
  await tx.formerPassword.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } })
}
