import 'server-only'
import { readCertificate } from '@/lib/documents/pdf-signature/certificate'
import type { Verdict } from '@/lib/documents/pdf-signature/verdict'
import { dayOf } from '@/lib/domain/calendar'
import type { Actor } from '@/lib/domain/policy'
import { type CheckLine, certificateLine, revocationLine } from '@/lib/domain/signing/check-line'
import { db } from '../db'

/** What the server knows of one's own signing: the registered certificates, and what was said of their revocation last. */
export async function signingCheck({ userId, today }: Actor): Promise<CheckLine[]> {
  const [certificates, last] = await Promise.all([
    db.signerCertificate.findMany({
      where: { userId },
      select: { der: true, subject: true, validFrom: true, validUntil: true, withdrawnAt: true },
    }),
    db.approvalBatch.findFirst({
      where: { approverId: userId, closedAt: { not: null }, certificate: { userId, withdrawnAt: null } },
      orderBy: { closedAt: 'desc' },
      select: { verdict: true, closedAt: true },
    }),
  ])
  const own = certificates.map(({ der, subject, validFrom, validUntil, withdrawnAt }) => ({
    commonName: readCertificate(der)?.commonName ?? subject,
    validFrom: dayOf(validFrom),
    validUntil: dayOf(validUntil),
    withdrawn: withdrawnAt !== null,
  }))
  return [certificateLine(own, today), revocationLine(lastWord(last))]
}

function lastWord(batch: { verdict: unknown; closedAt: Date | null } | null) {
  const verdict = batch?.verdict as Verdict | null | undefined
  const check = verdict?.signatures[0]?.checks.find(({ code }) => code === 'revocation')
  return check && batch?.closedAt ? { ok: check.ok, detail: check.detail, on: dayOf(batch.closedAt) } : null
}
