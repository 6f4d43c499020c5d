import 'server-only'
import { z } from 'zod'
import type { Certificate } from '@/lib/documents/pdf-signature/certificate'
import { type Actor, can } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { AuditAction } from '../audit'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { db, type Tx } from '../db'
import { isDemonstration, trustAnchors } from '../trust-anchors'
import { acceptableCertificate } from './read-certificate'

export const RegisterCertificate = z.object({
  userId: z.uuid(),
  /** The authority's file: DER or PEM. */
  file: z.custom<Uint8Array>((file) => file instanceof Uint8Array && file.length <= 100_000, {
    error: 'Chọn tệp chứng thư, không lớn hơn 100 kB.',
  }),
})

export const WithdrawCertificate = z.object({ certificateId: z.uuid() })

/** What is shown before anybody confirms, and written in the log afterwards. */
const factsOf = ({ subject, issuer, serial, fingerprint, notBefore, notAfter }: Certificate) => ({
  subject,
  issuer,
  serial,
  fingerprint,
  validFrom: notBefore,
  validUntil: notAfter,
})

type RegisterCall = Call<z.output<typeof RegisterCertificate>>

/** Reads and judges the file as registering would, and writes nothing. */
export async function inspectCertificate({ actor, input, now }: Omit<RegisterCall, 'transact'>) {
  const holder = await loadHolder(db, actor, input.userId)
  const certificate = accept(input.file, now)
  await refuseTaken(db, certificate, holder.userId)
  return { name: holder.name, ...factsOf(certificate) }
}

/** Notes that this certificate belongs to this person: only then may it sign. */
export async function registerCertificate({ transact, actor, input, now }: RegisterCall) {
  // Who may not name this signer is not told how the file was judged.
  await loadHolder(db, actor, input.userId)
  const certificate = accept(input.file, now)
  return transact(async (tx) => {
    const holder = await loadHolder(tx, actor, input.userId)
    await refuseTaken(tx, certificate, holder.userId)
    const { userId, unitId } = holder
    const row = { userId, unitId, registeredById: actor.userId, registeredAt: now, withdrawnAt: null }
    const facts = { ...factsOf(certificate), der: Uint8Array.from(certificate.der) }
    const { id } = await tx.signerCertificate.upsert({
      where: { fingerprint: certificate.fingerprint },
      create: { ...row, ...facts },
      update: row,
      select: { id: true },
    })
    await writeAudit(tx, actor, entry('certificate.registered', id, holder, certificate), now)
    return { certificateId: id }
  })
}

/** From now on it signs nothing more; what it signed stays signed. */
export const withdrawCertificate = ({ transact, actor, input, now }: Call<z.output<typeof WithdrawCertificate>>) =>
  transact(async (tx) => {
    const row = await tx.signerCertificate.findUnique({ where: { id: input.certificateId } })
    if (!row?.userId) throw new Refusal('notFound', {})
    const holder = await loadHolder(tx, actor, row.userId)
    if (row.withdrawnAt) return
    await tx.signerCertificate.update({ where: { id: row.id }, data: { withdrawnAt: now } })
    await writeAudit(tx, actor, entry('certificate.withdrawn', row.id, holder, row), now)
  })

const accept = (file: Uint8Array, at: Date) =>
  acceptableCertificate(file, { anchors: trustAnchors(), demonstration: isDemonstration(), at })

/** Nobody registers a key for themselves: whoever signs is named by somebody else. */
async function loadHolder(tx: Tx, actor: Actor, userId: string) {
  const user = await tx.user.findUnique({
    where: { id: userId },
    select: { person: { select: { id: true, fullName: true, unitId: true, unit: { select: { path: true } } } } },
  })
  const subject = user && { personId: user.person.id, unitPath: user.person.unit.path }
  if (!subject || !can(actor, 'certificate.register', subject)) throw new Refusal('notFound', {})
  if (userId === actor.userId) throw new Refusal('ownAccount', {})
  return { userId, name: user.person.fullName, unitId: user.person.unitId, unitPath: subject.unitPath }
}

/** A certificate is one person's: registered for another, or already for this one, it is refused. */
export async function refuseTaken(tx: Tx, { fingerprint }: Pick<Certificate, 'fingerprint'>, userId: string) {
  const registered = await tx.signerCertificate.findUnique({
    where: { fingerprint },
    select: { userId: true, withdrawnAt: true, user: { select: { person: { select: { fullName: true } } } } },
  })
  if (!registered || (registered.userId === userId && registered.withdrawnAt)) return
  throw new Refusal('certificateTaken', { name: registered.user?.person.fullName ?? 'cơ quan' })
}

type Named = { subject: string; serial: string; fingerprint: string }

const entry = (
  action: AuditAction,
  id: string,
  holder: { name: string; unitPath: string },
  { subject, serial, fingerprint }: Named,
) => ({
  action,
  subject: { type: 'certificate', id, name: holder.name } as const,
  unitPath: holder.unitPath,
  detail: { subject, serial, fingerprint },
})
