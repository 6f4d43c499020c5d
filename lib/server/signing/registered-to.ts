import 'server-only'
import { db } from '../db'

/** Fingerprints of the certificates that may sign now for this person, or for this agency. */
export async function registeredTo(holder: { userId: string } | { agencyId: string }): Promise<string[]> {
  const whose = 'userId' in holder ? holder : { userId: null, unitId: holder.agencyId }
  const certificates = await db.signerCertificate.findMany({
    where: { ...whose, withdrawnAt: null },
    select: { fingerprint: true },
  })
  return certificates.map(({ fingerprint }) => fingerprint)
}

/** The account at the remote service with which this person signs: only of a key that was shown to be theirs. */
export async function remoteAccountOf(userId: string): Promise<string | null> {
  const registered = await db.signerCertificate.findFirst({
    where: { userId, withdrawnAt: null, remoteAccount: { not: null } },
    orderBy: { registeredAt: 'desc' },
    select: { remoteAccount: true },
  })
  return registered?.remoteAccount ?? null
}
