import 'server-only'
import { isStrongKey } from '@/lib/documents/pdf-signature/algorithms'
import { readPdf } from '@/lib/documents/pdf-signature/pdf-contents'
import { isOpen } from '@/lib/documents/pdf-signature/verdict'
import { Refusal } from '@/lib/domain/refusal'
import { judgeHolder } from '@/lib/domain/signing/judge-holder'
import type { Prisma } from '@/prisma/generated/client'
import type { Expected } from '../approvals/accept-signed'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { refuseTaken } from '../people/certificates'
import { judgeSigned } from '../signing/judge-signed'
import type { OwnEnrolment } from './own-enrolment'
import { signerOf } from './signer-of'

type Signed = { enrolment: OwnEnrolment; signedPdf: Uint8Array; expected: Expected }

/** The signed sheet, judged as any signed file is; then whose certificate it is. It waits for being confirmed afterwards. */
export async function acceptEnrolment(
  { transact, actor, now }: Omit<Call<unknown>, 'input'>,
  { enrolment, signedPdf: given, expected }: Signed,
) {
  const { pdf: signedPdf, verdict } = await judgeSigned(given, {
    ...{ file: 'phieu-dang-ky-chung-thu.pdf', ...expected, receivedAt: now, now },
  })
  if (!verdict.valid) {
    const reasons = verdict.reasons.map(({ message }) => message.replace(/\.$/, ''))
    throw new Refusal('enrolmentRefused', { reasons })
  }
  const { manifest } = verdict
  if (manifest?.type !== 'hscbcc.enrolment/1' || manifest.enrolmentId !== enrolment.id) {
    throw new Refusal('enrolmentOver', {})
  }
  const certificate = signerOf((await readPdf(signedPdf))?.fields[0]?.contents ?? null)
  if (!certificate || !isStrongKey(certificate.key)) throw new Refusal('certificatePurpose', {})
  const person = enrolment.user.person
  const remarks = judgeHolder(certificate, person)
  if (isOpen(verdict, 'revocationUnknown'))
    remarks.push('Chưa hỏi được tổ chức chứng thực về thu hồi; hỏi lại mỗi lần ký.')
  const { subject, serial, fingerprint } = certificate
  await transact(async (tx) => {
    await refuseTaken(tx, certificate, actor.userId)
    const { count } = await tx.certificateEnrolment.updateMany({
      where: { id: enrolment.id, state: 'open' },
      data: {
        state: 'signed',
        signedPdf: new Uint8Array(signedPdf),
        verdict: verdict as unknown as Prisma.InputJsonValue,
        remarks,
        signedAt: now,
        ...{ subject, serial, fingerprint, issuer: certificate.issuer, der: Uint8Array.from(certificate.der) },
        ...{ validFrom: certificate.notBefore, validUntil: certificate.notAfter },
      },
    })
    if (count === 0) throw new Refusal('enrolmentOver', {})
    await writeAudit(
      tx,
      actor,
      {
        action: 'certificate.enrolled',
        subject: { type: 'certificate', id: enrolment.id, name: person.fullName },
        unitPath: enrolment.unit.path,
        detail: { subject, serial, fingerprint },
      },
      now,
    )
  })
  return { remarks }
}
