import 'server-only'
import { z } from 'zod'
import { readCertificate } from '@/lib/documents/pdf-signature/certificate'
import { dayOf, sayDay } from '@/lib/domain/calendar'
import { type Actor, can } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { db } from '../db'
import { acceptableCertificate } from '../people/read-certificate'
import { isDemonstration, trustAnchors } from '../trust-anchors'

export const RegisterAgencyCertificate = z.object({
  unitId: z.uuid(),
  file: z.custom<Uint8Array>((file) => file instanceof Uint8Array && file.length <= 100_000, {
    error: 'Chọn tệp chứng thư, không lớn hơn 100 kB.',
  }),
})

/** May this certificate sign for this agency now? Throws the refusal that says why not. */
export async function agencyCertificate(unitId: string, { der, now }: { der: Uint8Array; now: Date }) {
  const certificate = readCertificate(der)
  if (!certificate) throw new Refusal('certificateUnreadable', {})
  const row = await db.signerCertificate.findUnique({ where: { fingerprint: certificate.fingerprint } })
  if (row?.userId !== null || row.unitId !== unitId || row.withdrawnAt !== null)
    throw new Refusal('agencyCertificateMissing', {})
  if (now > certificate.notAfter)
    throw new Refusal('certificateExpired', { until: sayDay(dayOf(certificate.notAfter)) })
  return { id: row.id, der: row.der }
}

/** Notes that this certificate is the agency's; the one before it signs nothing more, and what it signed stays signed. */
export async function registerAgencyCertificate({
  transact,
  actor,
  input,
  now,
}: Call<z.output<typeof RegisterAgencyCertificate>>) {
  const unit = await unitOf(actor, input.unitId)
  const certificate = acceptableCertificate(input.file, {
    anchors: trustAnchors(),
    demonstration: isDemonstration(),
    at: now,
  })
  const { fingerprint, subject, issuer, serial, notBefore: validFrom, notAfter: validUntil } = certificate
  return transact(async (tx) => {
    const taken = await tx.signerCertificate.findUnique({
      where: { fingerprint },
      select: { user: { select: { person: { select: { fullName: true } } } } },
    })
    if (taken) throw new Refusal('certificateTaken', { name: taken.user?.person.fullName ?? 'cơ quan' })
    await tx.signerCertificate.updateMany({
      where: { unitId: unit.id, userId: null, withdrawnAt: null },
      data: { withdrawnAt: now },
    })
    const der = Uint8Array.from(certificate.der)
    const { id } = await tx.signerCertificate.create({
      data: {
        ...{ userId: null, unitId: unit.id, fingerprint, subject, issuer, serial, der, validFrom, validUntil },
        ...{ registeredById: actor.userId, registeredAt: now },
      },
      select: { id: true },
    })
    const about = { type: 'certificate', id, name: unit.name } as const
    const detail = { subject, serial, fingerprint }
    await writeAudit(tx, actor, { action: 'certificate.registered', subject: about, unitPath: unit.path, detail }, now)
    return { certificateId: id }
  })
}

async function unitOf(actor: Actor, unitId: string) {
  const unit = await db.unit.findUnique({ where: { id: unitId }, select: { id: true, name: true, path: true } })
  if (!unit || !can(actor, 'certificate.register', { personId: null, unitPath: unit.path }))
    throw new Refusal('notFound', {})
  return unit
}

/** The certificate that signs for an agency now, as a page shows it. */
export const agencyCertificateOf = (unitId: string) =>
  db.signerCertificate.findFirst({
    where: { unitId, userId: null, withdrawnAt: null },
    select: { subject: true, serial: true, validUntil: true },
  })
