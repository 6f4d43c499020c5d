import 'server-only'
import { Refusal } from '@/lib/domain/refusal'
import type { Call } from '../call'
import { db } from '../db'

/** A sheet lives so long: who signs it later takes a new one. */
export const SHEET_HOURS = 24

/** One's own sheet that still waits for the signature. Throws `notFound` for others, `enrolmentOver` when it waits no more. */
export async function ownEnrolment({ actor, input, now }: Pick<Call<{ id: string }>, 'actor' | 'input' | 'now'>) {
  const enrolment = await db.certificateEnrolment.findUnique({
    where: { id: input.id },
    include: {
      unit: { select: { path: true } },
      user: { select: { person: { select: { fullName: true, citizenId: true } } } },
    },
  })
  if (!enrolment || enrolment.userId !== actor.userId) throw new Refusal('notFound', {})
  const old = now.getTime() - enrolment.createdAt.getTime() > SHEET_HOURS * 3_600_000
  if (enrolment.state !== 'open' || old) throw new Refusal('enrolmentOver', {})
  return enrolment
}

export type OwnEnrolment = Awaited<ReturnType<typeof ownEnrolment>>
