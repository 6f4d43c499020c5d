import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Refusal } from '@/lib/domain/refusal'
import { minutesBefore } from '@/lib/domain/sign-in-limits'
import { ADDRESS_LIFE_MINUTES, WHOLE_FILE_WAYS } from '@/lib/domain/signing/ways'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import type { Tx } from '../db'
import { env } from '../env'
import { hashOf, newToken, oneTimeAddress } from './one-time-address'
import { SUBJECT_NAMES, SUBJECTS } from './subjects'

export const OpenSession = z.object({
  subject: z.enum(SUBJECT_NAMES),
  subjectId: z.uuid(),
  way: z.enum(WHOLE_FILE_WAYS),
})

/**
 * Opens the two one-time addresses by which a tool fetches the paper and brings it back. They belong to this paper, this signer and
 * this portal session, live for ten minutes, and serve once; whatever was open before for the same paper is closed.
 */
export async function openSession(call: Call<z.output<typeof OpenSession>>) {
  const { transact, actor, input, now } = call
  const { subject, subjectId, way } = input
  if (!env.SIGNING_WAYS.includes(way)) throw new Refusal('signingWayClosed', {})
  const { pdf, name } = await SUBJECTS[subject].paper({ ...call, input: { id: subjectId } })
  const [source, upload] = [newToken(), newToken()]
  const { id } = await transact(async (tx) => {
    await closeOpen(tx, { subject, subjectId, userId: actor.userId }, now)
    const session = await tx.signingSession.create({
      data: {
        ...{ way, subject, subjectId, userId: actor.userId, portalSessionId: actor.sessionId },
        paperSha256: createHash('sha256').update(pdf).digest('hex'),
        sourceTokenHash: hashOf(source),
        uploadTokenHash: hashOf(upload),
        createdAt: now,
        expiresAt: minutesBefore(now, -ADDRESS_LIFE_MINUTES),
      },
      select: { id: true },
    })
    await writeAudit(
      tx,
      actor,
      {
        action: 'signing.opened',
        subject: { type: 'signing', id: session.id, name },
        detail: { way, subject, subjectId },
      },
      now,
    )
    return session
  })
  return {
    sessionId: id,
    source: oneTimeAddress('source', source),
    upload: oneTimeAddress('upload', upload),
    minutes: ADDRESS_LIFE_MINUTES,
  }
}

/** One paper, one signer, one try at a time. */
export const closeOpen = (tx: Tx, whose: { subject: string; subjectId: string; userId: string }, now: Date) =>
  tx.signingSession.updateMany({
    where: { ...whose, state: 'waiting' },
    data: { state: 'cancelled', endedAt: now },
  })
