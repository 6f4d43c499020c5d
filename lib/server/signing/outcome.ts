import 'server-only'
import { z } from 'zod'
import { Refusal } from '@/lib/domain/refusal'
import type { Call } from '../call'
import { db } from '../db'
import { advanceRemote } from './remote/advance-remote'
import type { HashSigningService } from './remote/hash-signing'
import { installedService } from './remote/installed-service'

export const OwnSession = z.object({ sessionId: z.uuid() })

export type SigningOutcome = {
  state: 'waiting' | 'taken' | 'judging' | 'accepted' | 'refused' | 'cancelled' | 'expired'
  reason: string | null
}

/** How far one's own try to sign has come. Throws `notFound` for somebody else's. */
export async function signingOutcome(
  call: Call<z.output<typeof OwnSession>>,
  service: HashSigningService | null = installedService(),
): Promise<SigningOutcome> {
  const { actor, input, now } = call
  const asked = await ownSession(actor.userId, input.sessionId)
  const open = asked.state === 'waiting' && asked.returnedAt === null
  if (asked.way === 'remote' && open && service) await advanceRemote(call, asked, service)
  const session = asked.way === 'remote' ? await ownSession(actor.userId, input.sessionId) : asked
  const { state, reason, returnedAt, sourceTakenAt, expiresAt } = session
  if (state !== 'waiting') return { state, reason }
  if (returnedAt) return { state: 'judging', reason }
  if (expiresAt <= now) return { state: 'expired', reason }
  return { state: sourceTakenAt ? 'taken' : 'waiting', reason }
}

/** Gives up: its addresses open nothing any more. What is being judged already is judged to its end. */
export async function closeSession({ actor, input, now }: Call<z.output<typeof OwnSession>>) {
  const { id } = await ownSession(actor.userId, input.sessionId)
  await db.signingSession.updateMany({
    where: { id, state: 'waiting', returnedAt: null },
    data: { state: 'cancelled', endedAt: now },
  })
}

async function ownSession(userId: string, id: string) {
  const session = await db.signingSession.findUnique({ where: { id } })
  if (!session || session.userId !== userId) throw new Refusal('notFound', {})
  return session
}
