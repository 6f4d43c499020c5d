import 'server-only'
import { messageOf } from '@/lib/domain/messages'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { SubjectName } from '@/lib/domain/signing/ways'
import { writeAudit } from '../audit'
import { type Call, transact } from '../call'
import { db, type Tx } from '../db'
import { hashOf } from './one-time-address'
import { actorOfPortalSession } from './session-actor'
import { SUBJECTS } from './subjects'

type Session = NonNullable<Awaited<ReturnType<typeof db.signingSession.findUnique>>>
type Place = 'source' | 'upload'

/** The paper behind a one-time address. Throws `addressSpent` for a token that is wrong, used, too old or no longer anybody's. */
export async function takeSource(token: string, now: Date): Promise<{ pdf: Uint8Array; name: string }> {
  const { session, actor } = await enter('source', token, now)
  const { pdf, name } = await paperOf(session, actor, now)
  const { count } = await db.signingSession.updateMany({
    where: { id: session.id, state: 'waiting', sourceTakenAt: null },
    data: { sourceTakenAt: now },
  })
  if (count === 0) return refuse(session, 'source', 'used', now)
  return { pdf, name }
}

/** Whether the paper still waits behind this address, without taking it. */
export async function lookAtSource(token: string, now: Date): Promise<void> {
  await enter('source', token, now)
}

/**
 * The signed file, brought to its one-time address. The address is used up first, so that of two at once one is judged; then it goes
 * through the same gate as every other way. Answers what became of it; a refusal is kept for the page.
 */
export async function takeUpload(token: string, signedPdf: Uint8Array, now: Date): Promise<Refusal | null> {
  const { session, actor } = await enter('upload', token, now)
  const { count } = await db.signingSession.updateMany({
    where: { id: session.id, state: 'waiting', returnedAt: null },
    data: { returnedAt: now },
  })
  if (count === 0) return refuse(session, 'upload', 'used', now)
  const { subject, subjectId: id, paperSha256 } = session
  try {
    const call: Call<{ id: string; paperSha256: string; signedPdf: Uint8Array }> = {
      ...{ transact, actor, now },
      input: { id, paperSha256, signedPdf },
    }
    await SUBJECTS[subject as SubjectName].take(call)
    await end(session, { state: 'accepted' }, now)
    return null
  } catch (error) {
    const refusal = error instanceof Refusal ? error : null
    await end(session, { state: 'refused', reason: refusal ? messageOf(refusal) : UNKNOWN }, now)
    if (!refusal) throw error
    return refusal
  }
}

const UNKNOWN = 'Có lỗi khi kiểm chữ ký. Tải lại trang để xem đợt này đã ký chưa.'

/** Who comes in by this address, if it is still one. */
async function enter(place: Place, token: string, now: Date): Promise<{ session: Session; actor: Actor }> {
  const key = place === 'source' ? 'sourceTokenHash' : 'uploadTokenHash'
  const where = { [key]: hashOf(token) } as { sourceTokenHash: string } | { uploadTokenHash: string }
  const session = await db.signingSession.findUnique({ where })
  if (!session) throw new Refusal('addressSpent', {})
  if (session.state !== 'waiting') return refuse(session, place, session.state, now)
  if (session.expiresAt <= now) return refuse(session, place, 'expired', now)
  const actor = await actorOfPortalSession(session.portalSessionId, now)
  return actor ? { session, actor } : refuse(session, place, 'signedOut', now)
}

const paperOf = ({ subject, subjectId }: Session, actor: Actor, now: Date) =>
  SUBJECTS[subject as SubjectName].paper({ transact, actor, now, input: { id: subjectId } })

const end = (session: Session, outcome: { state: 'accepted' | 'refused'; reason?: string }, now: Date) =>
  db.signingSession.update({ where: { id: session.id }, data: { ...outcome, endedAt: now } })

/** An address that was real and is none any more: the log hears of it, the caller is told no more than a stranger. */
async function refuse(session: Session, place: Place, why: string, now: Date): Promise<never> {
  const signer = await db.user.findUniqueOrThrow({
    where: { id: session.userId },
    select: { person: { select: { fullName: true } } },
  })
  await transact((tx: Tx) =>
    writeAudit(
      tx,
      { personName: 'Công cụ ký số' },
      {
        action: 'signing.addressRefused',
        subject: { type: 'signing', id: session.id, name: signer.person.fullName },
        detail: { place, why },
      },
      now,
    ),
  )
  throw new Refusal('addressSpent', {})
}
