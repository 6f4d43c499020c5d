import 'server-only'
import { readCertificate } from '@/lib/documents/pdf-signature/certificate'
import { certificatesIn } from '@/lib/documents/pdf-signature/judge-store'
import { writeStore } from '@/lib/documents/pdf-signature/security-store'
import type { Verdict } from '@/lib/documents/pdf-signature/verdict'
import { type VerifyOptions, verifyPdf } from '@/lib/documents/pdf-signature/verify'
import { db } from '../db'
import { env } from '../env'

/** A paper of 2,000 people is no larger; a list of an authority may be. */
const LARGEST_ANSWER = 1024 * 1024

/**
 * Writes into a finished paper what its signatures were judged by (PAdES B-LT), where the installation wants that: certificates and
 * the authorities' answers, so that in years it can be judged without asking anybody. What comes of it is verified again; where it
 * cannot be written the paper stays as it was, and the answers are kept in the database as ever.
 */
export async function keepProofs(pdf: Uint8Array, verdict: Verdict, options: VerifyOptions): Promise<Uint8Array> {
  const { valid, awaits, signatures, manifest } = verdict
  const isWhole = signatures.length === (manifest?.type === 'hscbcc.export/1' ? 2 : 1)
  if (env.SIGNATURE_LEVEL !== 'B-LT' || !valid || awaits.length > 0 || !isWhole) return pdf
  const hashes = signatures.flatMap(({ evidence }) => evidence)
  const answers = (await db.revocationEvidence.findMany({ where: { sha256: { in: hashes } } })).filter(
    ({ der }) => der.length <= LARGEST_ANSWER,
  )
  const of = (kind: string) => answers.filter(({ source }) => source === kind).map(({ der }) => der)
  try {
    const anchors = options.anchors.map(readCertificate).filter((anchor) => anchor !== null)
    const certs = certificatesIn(pdf, anchors).map(({ der }) => der)
    const kept = writeStore(pdf, { certs, ocsps: of('ocsp'), crls: of('crl') })
    const { revocation: _, ...again } = options
    return (await verifyPdf(kept, again)).valid ? kept : pdf
  } catch (error) {
    console.error('[signing] The proofs of a signature were not written into its paper:', error)
    return pdf
  }
}
