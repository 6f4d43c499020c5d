import 'server-only'
import { createHash } from 'node:crypto'
import type { Certificate } from '@/lib/documents/pdf-signature/certificate'
import { lookUpInCrl } from '@/lib/documents/pdf-signature/crl'
import { readOcspAnswer } from '@/lib/documents/pdf-signature/ocsp'
import type { Evidence, RevocationAnswer, RevocationSource } from '@/lib/documents/pdf-signature/revocation'
import { db } from '../db'

type Asked = { certificate: Certificate; issuer: Certificate; now: Date }

/** Keeps an authority's answer for good: about one certificate, or about all of an issuer. */
export async function keepEvidence({ source, der, thisUpdate, nextUpdate }: Evidence, asked: Asked): Promise<void> {
  const about = source === 'ocsp' ? asked.certificate.fingerprint : asked.issuer.fingerprint
  const sha256 = createHash('sha256').update(der).digest('hex')
  await db.revocationEvidence.createMany({
    data: [{ source, about, sha256, der: new Uint8Array(der), thisUpdate, nextUpdate, askedAt: asked.now }],
    skipDuplicates: true,
  })
}

const FEW = 8

/** What was answered since then, if it still holds; null when nothing was. */
export async function keptAnswer(asked: Asked, since: Date): Promise<RevocationAnswer | null> {
  const { certificate, issuer, now } = asked
  const rows = await db.revocationEvidence.findMany({
    where: { about: { in: [certificate.fingerprint, issuer.fingerprint] }, askedAt: { gte: since, lte: now } },
    orderBy: { askedAt: 'desc' },
    take: FEW,
  })
  for (const { source, der } of rows) {
    const answer = read(source, der, { certificate, issuer, at: now })
    if (answer && answer.status !== 'unknown') return answer
  }
  return null
}

/** Answers from what was kept under these hashes, as of the day it was asked; nobody is asked anew. */
export function keptSource(sha256: readonly string[], at: Date): RevocationSource {
  const kept = db.revocationEvidence.findMany({ where: { sha256: { in: [...sha256] } } })
  const rows = kept.then((all) => all)
  return async (certificate, issuer) => {
    for (const { source, der, askedAt } of await rows) {
      const answer = read(source, der, { certificate, issuer, at: askedAt > at ? askedAt : at })
      if (answer) return answer
    }
    return { status: 'unknown', why: 'không lưu câu trả lời của tổ chức chứng thực', evidence: null }
  }
}

function read(source: string, der: Uint8Array, question: { certificate: Certificate; issuer: Certificate; at: Date }) {
  try {
    return source === 'ocsp' ? readOcspAnswer(der, question) : lookUpInCrl(der, question)
  } catch {
    return null
  }
}
