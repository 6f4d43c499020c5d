import 'server-only'
import { z } from 'zod'
import { dayOf } from '@/lib/domain/calendar'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { expiryOf } from '@/lib/domain/signing/check-line'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { db } from '../db'
import { SHEET_HOURS } from './own-enrolment'

const FACTS = {
  id: true,
  subject: true,
  issuer: true,
  serial: true,
  fingerprint: true,
  validFrom: true,
  validUntil: true,
} as const

/** One's own certificates, newest first, and the sheets that wait, were refused, or are to be signed. */
export async function ownCertificates({ userId, today }: Actor, now: Date) {
  const since = new Date(now.getTime() - SHEET_HOURS * 3_600_000)
  const [certificates, enrolments] = await Promise.all([
    db.signerCertificate.findMany({
      where: { userId },
      orderBy: { registeredAt: 'desc' },
      select: { ...FACTS, registeredAt: true, withdrawnAt: true, withdrawnWhy: true },
    }),
    db.certificateEnrolment.findMany({
      where: { userId, OR: [{ state: 'open', createdAt: { gte: since } }, { state: 'signed' }, { state: 'refused' }] },
      orderBy: { createdAt: 'desc' },
      take: 5,
      select: {
        ...FACTS,
        state: true,
        remarks: true,
        createdAt: true,
        signedAt: true,
        decidedAt: true,
        decidedBy: true,
        reason: true,
      },
    }),
  ])
  return {
    certificates: certificates.map((one) => ({ ...one, expiry: expiryOf(dayOf(one.validUntil), today) })),
    open: enrolments.find(({ state }) => state === 'open')?.id ?? null,
    waiting: enrolments
      .filter(({ state }) => state === 'signed')
      .map((one) => ({ ...one, remarks: one.remarks as string[] })),
    // What was refused is told until something came after it.
    refused: enrolments[0]?.state === 'refused' ? enrolments[0] : null,
  }
}

/** A certificate of one's own that ends soon, or is over with nothing in its place; null when all is well, or none was registered. */
export async function endingCertificate({ userId, today }: Actor) {
  const newest = await db.signerCertificate.findFirst({
    where: { userId, withdrawnAt: null },
    orderBy: { validUntil: 'desc' },
    select: { validUntil: true },
  })
  const until = newest && dayOf(newest.validUntil)
  const expiry = until && expiryOf(until, today)
  return until && expiry ? { until, ...expiry } : null
}

export const GiveUpCertificate = z.object({ certificateId: z.uuid(), why: z.enum(['lost', 'revoked']) })

/** Its holder says that a key is lost or was revoked: from now on it signs nothing here; what it signed stays signed. */
export const giveUpCertificate = ({ transact, actor, input, now }: Call<z.output<typeof GiveUpCertificate>>) =>
  transact(async (tx) => {
    const row = await tx.signerCertificate.findUnique({
      where: { id: input.certificateId },
      include: { unit: { select: { path: true } } },
    })
    if (!row || row.userId !== actor.userId) throw new Refusal('notFound', {})
    if (row.withdrawnAt) return
    await tx.signerCertificate.update({ where: { id: row.id }, data: { withdrawnAt: now, withdrawnWhy: input.why } })
    const { subject, serial, fingerprint } = row
    await writeAudit(
      tx,
      actor,
      {
        action: 'certificate.withdrawn',
        subject: { type: 'certificate', id: row.id, name: actor.personName },
        unitPath: row.unit.path,
        detail: { subject, serial, fingerprint, why: input.why },
      },
      now,
    )
  })
