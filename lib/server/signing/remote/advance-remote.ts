import 'server-only'
import { messageOf } from '@/lib/domain/messages'
import { Refusal } from '@/lib/domain/refusal'
import type { SubjectName } from '@/lib/domain/signing/ways'
import type { SigningSession } from '@/prisma/generated/client'
import type { Call } from '../../call'
import { db } from '../../db'
import { env } from '../../env'
import { SUBJECTS } from '../subjects'
import { type HashAnswer, type HashSigningService, ServiceProblem } from './hash-signing'

/**
 * Asks the service once how far a signature is, and takes it when it is there: through the same gate as every other. A service that
 * does not answer is asked again with the next question of the page, until the time is over.
 */
export async function advanceRemote(call: Call<unknown>, session: SigningSession, service: HashSigningService) {
  const { now } = call
  const answer = await ask(service, session.transaction ?? '')
  if (answer.state === 'waiting') {
    if (session.expiresAt <= now) await end(session, 'remoteExpired', now)
    return
  }
  if (answer.state === 'refused') return end(session, 'remoteRefused', now)
  if (answer.state === 'expired') return end(session, 'remoteExpired', now)
  // Of two pages that ask at once, one takes it.
  const { count } = await db.signingSession.updateMany({
    where: { id: session.id, state: 'waiting', returnedAt: null },
    data: { returnedAt: now },
  })
  if (count === 0) return
  const signature = Buffer.from(answer.signature).toString('base64')
  try {
    await SUBJECTS[session.subject as SubjectName].finish({ ...call, input: { id: session.subjectId, signature } })
    await db.signingSession.update({ where: { id: session.id }, data: { state: 'accepted', endedAt: now } })
  } catch (error) {
    const reason = error instanceof Refusal ? messageOf(error) : UNKNOWN
    await db.signingSession.update({ where: { id: session.id }, data: { state: 'refused', reason, endedAt: now } })
    if (!(error instanceof Refusal)) throw error
  }
}

const UNKNOWN = 'Có lỗi khi kiểm chữ ký. Tải lại trang để xem đã ký chưa.'

async function ask(service: HashSigningService, transaction: string): Promise<HashAnswer> {
  try {
    return await service.answer(transaction)
  } catch (error) {
    if (!(error instanceof ServiceProblem)) throw error
    return { state: 'waiting' }
  }
}

async function end(session: SigningSession, code: 'remoteRefused' | 'remoteExpired', now: Date) {
  const refusal = new Refusal(code, { minutes: env.REMOTE_SIGNING_MINUTES })
  await db.signingSession.updateMany({
    where: { id: session.id, state: 'waiting' },
    data: { state: 'refused', reason: messageOf(refusal), endedAt: now },
  })
}
