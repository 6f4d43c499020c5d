import 'server-only'
import { randomBytes } from 'node:crypto'
import type { Certificate } from '@/lib/documents/pdf-signature/certificate'
import { lookUpInCrl } from '@/lib/documents/pdf-signature/crl'
import { ocspRequest, readOcspAnswer } from '@/lib/documents/pdf-signature/ocsp'
import type { RevocationAnswer, RevocationSource } from '@/lib/documents/pdf-signature/revocation'
import { env } from '../env'
import { askAuthority } from './ask-authority'
import { keepEvidence, keptAnswer } from './revocation-evidence'

/** So long an answer is as good as a new one. */
const FRESH_MS = 10 * 60_000
/** So far back an answer is looked for that still holds, when nobody answers now. */
const LONG_MS = 30 * 86_400_000
const OCSP_LIMIT = 64 * 1024
const CRL_LIMIT = 20 * 1024 * 1024

/**
 * Asks the authorities whether a certificate is revoked: responders first, then lists, those of the installation before those the
 * certificate names. Every answer that holds is kept. Nobody answers: an older answer that still holds, else unknown.
 */
export function revocationSource(now: Date): RevocationSource {
  return async (certificate, issuer) => {
    const asked = { certificate, issuer, now }
    const fresh = await keptAnswer(asked, new Date(now.getTime() - FRESH_MS))
    if (fresh) return fresh
    const answer = await askAnew(certificate, issuer, now)
    return answer ?? (await keptAnswer(asked, new Date(now.getTime() - LONG_MS))) ?? unanswered(certificate)
  }
}

async function askAnew(certificate: Certificate, issuer: Certificate, now: Date): Promise<RevocationAnswer | null> {
  const question = { certificate, issuer, at: now }
  const nonce = randomBytes(16)
  const ocsp = { body: ocspRequest(certificate, issuer, nonce), type: 'ocsp-request', now, limit: OCSP_LIMIT }
  const ways = [
    ...[...env.OCSP_URLS, ...certificate.ocspUrls].map(
      (url) => async () => readOcspAnswer(await askAuthority(url, ocsp), { ...question, nonce }),
    ),
    ...[...env.CRL_URLS, ...certificate.crlUrls].map(
      (url) => async () => lookUpInCrl(await askAuthority(url, { now, limit: CRL_LIMIT }), question),
    ),
  ]
  for (const ask of ways) {
    const answer = await ask().catch(() => null)
    if (!answer || answer.status === 'unknown') continue
    await keepEvidence(answer.evidence, { certificate, issuer, now })
    return answer
  }
  return null
}

const unanswered = ({ ocspUrls, crlUrls }: Certificate): RevocationAnswer => {
  const places = [...env.OCSP_URLS, ...env.CRL_URLS, ...ocspUrls, ...crlUrls]
  const why = places.length === 0 ? 'chưa cấu hình nơi hỏi (OCSP, CRL)' : 'tổ chức chứng thực chưa trả lời'
  return { status: 'unknown', why, evidence: null }
}
