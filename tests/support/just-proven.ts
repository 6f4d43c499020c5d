import type { Actor } from '@/lib/domain/policy'
import { db } from '@/lib/server/db'
import { NOW } from '../server/small-province'

/** The actor's session, in which the password was given again a moment ago. */
export async function justProven({ sessionId, userId }: Actor, at: Date = NOW): Promise<void> {
  const proven = { provenAt: at, createdAt: at, expiresAt: new Date(at.getTime() + 3_600_000) }
  await db.session.upsert({
    where: { id: sessionId },
    create: { id: sessionId, userId, tokenHash: sessionId, ...proven },
    update: proven,
  })
}
