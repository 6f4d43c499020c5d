import 'server-only'
import { randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { enrolmentPdf } from '@/lib/documents/enrolment-pdf'
import { dayOf, sayDay } from '@/lib/domain/calendar'
import { can } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { APP_VERSION } from '../approvals/approval-statement'
import type { Call } from '../call'
import { db } from '../db'

export const OpenEnrolment = z.object({
  /** The registered certificate it is to take the place of. */
  replacesId: z.uuid().nullable().default(null),
})

/** A sheet to sign, so that a key is shown to be one's own. One at a time: an earlier one that was not signed is given up. */
export async function openEnrolment({ transact, actor, input, now }: Call<z.output<typeof OpenEnrolment>>) {
  const user = await db.user.findUnique({
    where: { id: actor.userId },
    select: {
      person: {
        select: { id: true, fullName: true, unit: { select: { id: true, code: true, name: true, path: true } } },
      },
    },
  })
  const person = user?.person
  if (!person || !can(actor, 'certificate.enrol', { personId: person.id, unitPath: person.unit.path })) {
    throw new Refusal('notFound', {})
  }
  const { replacesId } = input
  if (replacesId !== null) {
    const replaced = await db.signerCertificate.findUnique({ where: { id: replacesId } })
    if (replaced?.userId !== actor.userId || replaced.withdrawnAt) throw new Refusal('notFound', {})
  }
  const id = randomUUID()
  const statement = {
    type: 'hscbcc.enrolment/1',
    enrolmentId: id,
    person: { userId: actor.userId, name: person.fullName },
    unitCode: person.unit.code,
    unitName: person.unit.name,
    preparedAt: now.toISOString(),
    appVersion: APP_VERSION,
    nonce: randomBytes(24).toString('base64url'),
  } as const
  const paper = await enrolmentPdf(statement, sayDay(dayOf(now)))
  await transact(async (tx) => {
    await tx.certificateEnrolment.updateMany({
      where: { userId: actor.userId, state: 'open' },
      data: { state: 'cancelled', decidedAt: now },
    })
    await tx.certificateEnrolment.create({
      data: {
        id,
        userId: actor.userId,
        unitId: person.unit.id,
        paper: new Uint8Array(paper),
        replacesId,
        createdAt: now,
      },
    })
  })
  return { enrolmentId: id }
}
