import 'server-only'
import { z } from 'zod'
import { dayOf, sayDay } from '@/lib/domain/calendar'
import { type Actor, can } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import { type AuditAction, writeAudit } from '../audit'
import type { Call } from '../call'
import type { Tx } from '../db'
import { refuseTaken } from '../people/certificates'

export const ConfirmEnrolment = z.object({ enrolmentId: z.uuid() })

/** From now on the certificate signs for its person; the one it takes the place of signs nothing more. */
export const confirmEnrolment = ({ transact, actor, input, now }: Call<z.output<typeof ConfirmEnrolment>>) =>
  transact(async (tx) => {
    const enrolment = await waitingEnrolment(tx, actor, input.enrolmentId)
    const { der, fingerprint, subject, issuer, serial, validFrom, validUntil, replacesId } = enrolment
    if (!der || !fingerprint || !subject || !issuer || !serial || !validFrom || !validUntil) {
      throw new Refusal('enrolmentOver', {})
    }
    if (validUntil < now) throw new Refusal('certificateExpired', { until: sayDay(dayOf(validUntil)) })
    await refuseTaken(tx, { fingerprint }, enrolment.userId)
    const { userId, unitId, remoteAccount } = enrolment
    const row = { userId, unitId, remoteAccount, registeredById: actor.userId, registeredAt: now }
    const facts = { subject, issuer, serial, validFrom, validUntil, der: new Uint8Array(der) }
    const { id } = await tx.signerCertificate.upsert({
      where: { fingerprint },
      create: { ...row, ...facts, fingerprint },
      update: { ...row, withdrawnAt: null, withdrawnWhy: null },
      select: { id: true },
    })
    if (replacesId !== null) {
      await tx.signerCertificate.updateMany({
        where: { id: replacesId, userId: enrolment.userId, withdrawnAt: null },
        data: { withdrawnAt: now, withdrawnWhy: 'replaced' },
      })
    }
    await decide(tx, actor, enrolment.id, { state: 'confirmed', reason: null }, now)
    await writeAudit(tx, actor, entry('certificate.registered', id, enrolment, { subject, serial, fingerprint }), now)
    return { certificateId: id }
  })

export const RefuseEnrolment = z.object({ enrolmentId: z.uuid(), reason: typedText(500) })

/** The certificate is not registered; the person reads why. */
export const refuseEnrolment = ({ transact, actor, input, now }: Call<z.output<typeof RefuseEnrolment>>) =>
  transact(async (tx) => {
    const enrolment = await waitingEnrolment(tx, actor, input.enrolmentId)
    const { subject, serial, fingerprint } = enrolment
    await decide(tx, actor, enrolment.id, { state: 'refused', reason: input.reason }, now)
    const detail = { subject, serial, fingerprint, reason: input.reason }
    await writeAudit(tx, actor, entry('certificate.enrolmentRefused', enrolment.id, enrolment, detail), now)
  })

async function waitingEnrolment(tx: Tx, actor: Actor, id: string) {
  await tx.$queryRaw`SELECT id FROM certificate_enrolment WHERE id = ${id}::uuid FOR UPDATE`
  const enrolment = await tx.certificateEnrolment.findUnique({
    where: { id },
    include: {
      user: { select: { person: { select: { id: true, fullName: true, unit: { select: { path: true } } } } } },
    },
  })
  const person = enrolment?.user.person
  const subject = person && { personId: person.id, unitPath: person.unit.path }
  if (!enrolment || !subject || !can(actor, 'certificate.register', subject)) throw new Refusal('notFound', {})
  if (enrolment.userId === actor.userId) throw new Refusal('ownAccount', {})
  if (enrolment.state !== 'signed') throw new Refusal('enrolmentOver', {})
  return enrolment
}

type Decision = { state: 'confirmed' | 'refused'; reason: string | null }

const decide = (tx: Tx, actor: Actor, id: string, decision: Decision, now: Date) =>
  tx.certificateEnrolment.update({
    where: { id },
    data: { ...decision, decidedAt: now, decidedBy: actor.personName, decidedById: actor.userId },
  })

const entry = (
  action: AuditAction,
  id: string,
  { user }: { user: { person: { fullName: string; unit: { path: string } } } },
  detail: Record<string, string | null>,
) => ({
  action,
  subject: { type: 'certificate', id, name: user.person.fullName } as const,
  unitPath: user.person.unit.path,
  detail,
})
