import 'server-only'
import { type Certificate, readCertificate } from '@/lib/documents/pdf-signature/certificate'
import { pathToAnchor } from '@/lib/documents/pdf-signature/chain'
import { isDemoCertificate } from '@/lib/documents/pdf-signature/demo-certificate'
import { dayOf, sayDay } from '@/lib/domain/calendar'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { Tx } from '../db'
import { isDemonstration, trustAnchors } from '../trust-anchors'

/** May this certificate sign for this person now? Answers the registered one; throws the refusal that says why not. */
export async function signingCertificate(
  tx: Tx,
  actor: Actor,
  { der, intermediates, now }: { der: Uint8Array; intermediates: Uint8Array[]; now: Date },
) {
  const certificate = readCertificate(der)
  if (!certificate) throw new Refusal('certificateUnreadable', {})
  if (!leadsToAnchor(certificate, intermediates)) throw new Refusal('certificateForeign', {})
  const registered = await tx.signerCertificate.findUnique({ where: { fingerprint: certificate.fingerprint } })
  if (!registered || registered.userId !== actor.userId || registered.withdrawnAt !== null) {
    throw new Refusal('certificateNotRegistered', {})
  }
  if (now > certificate.notAfter) {
    throw new Refusal('certificateExpired', { until: sayDay(dayOf(certificate.notAfter)) })
  }
  return { id: registered.id, certificate }
}

function leadsToAnchor(certificate: Certificate, intermediates: Uint8Array[]) {
  if (isDemoCertificate(certificate) && !isDemonstration()) return false
  const read = (list: Uint8Array[]) => list.map(readCertificate).filter((one) => one !== null)
  return pathToAnchor(certificate, read(intermediates), read(trustAnchors())) !== null
}
