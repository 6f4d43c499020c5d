import 'server-only'
import { isStrongKey } from '@/lib/documents/pdf-signature/algorithms'
import { type Certificate, readCertificate } from '@/lib/documents/pdf-signature/certificate'
import { pathToAnchor } from '@/lib/documents/pdf-signature/chain'
import { isDemoCertificate } from '@/lib/documents/pdf-signature/demo-certificate'
import { dayOf, sayDay } from '@/lib/domain/calendar'
import { Refusal } from '@/lib/domain/refusal'

const BLOCK = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g

export type Trust = { anchors: readonly Uint8Array[]; demonstration: boolean; at: Date }

/**
 * The certificate of a signer, as the authority's file gives it: DER, or PEM with the issuers after it. Refused when it
 * cannot be read, is not for signing, is out of its time, or does not lead up to a trusted authority; `more` are issuers that came
 * beside it.
 */
export function acceptableCertificate(
  file: Uint8Array,
  { anchors, demonstration, at }: Trust,
  more: readonly Uint8Array[] = [],
): Certificate {
  const [signer, ...bundled] = readBundle(file)
  const issuers = [...bundled, ...readAll(more)]
  if (!signer) throw new Refusal('certificateUnreadable', {})
  if (signer.isAuthority || !isForSigning(signer) || !isStrongKey(signer.key)) {
    throw new Refusal('certificatePurpose', {})
  }
  const trusted = readAll(anchors)
  const path = pathToAnchor(signer, issuers, trusted)
  if (!path || (!demonstration && [signer, ...path].some(isDemoCertificate))) {
    throw new Refusal('certificateForeign', {})
  }
  const ended = path.find(({ notAfter }) => notAfter < at)
  if (ended) throw new Refusal('certificateExpired', { until: sayDay(dayOf(ended.notAfter)) })
  if (signer.notBefore > at) throw new Refusal('certificateEarly', { from: sayDay(dayOf(signer.notBefore)) })
  return signer
}

function readBundle(file: Uint8Array): Certificate[] {
  const blocks = Buffer.from(file).toString('latin1').match(BLOCK)
  return readAll(blocks ? blocks.map((block) => Buffer.from(block, 'latin1')) : [file])
}

const readAll = (files: readonly Uint8Array[]) => files.map(readCertificate).filter((one) => one !== null)

const isForSigning = ({ keyUsage, hasUnknownCritical }: Certificate) =>
  !hasUnknownCritical && (keyUsage.includes('digitalSignature') || keyUsage.includes('nonRepudiation'))
