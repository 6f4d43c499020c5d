import { randomBytes } from 'node:crypto'
import { addTimeStamp, lastSignature } from '@/lib/documents/pdf-signature/add-time-stamp'
import { digestOf } from '@/lib/documents/pdf-signature/algorithms'
import { type Certificate, readCertificate } from '@/lib/documents/pdf-signature/certificate'
import { lookUpInCrl } from '@/lib/documents/pdf-signature/crl'
import { certificatesIn } from '@/lib/documents/pdf-signature/judge-store'
import { ocspRequest, readOcspAnswer } from '@/lib/documents/pdf-signature/ocsp'
import type { RevocationSource } from '@/lib/documents/pdf-signature/revocation'
import type { SecurityStore } from '@/lib/documents/pdf-signature/security-store'
import { timeStampRequest, tokenInAnswer } from '@/lib/documents/pdf-signature/time-stamp-request'
import type { AuthorityKeys } from '@/lib/simulators/authority/demo-authority'
import { answerRevocation } from '@/lib/simulators/authority/revocation-desk'
import { stampTime } from '@/lib/simulators/authority/time-stamp-desk'
import { issueCrl } from '@/lib/start/issue-crl'
import { type aChain, type Signer, VALID } from './a-chain'
import { SIGNED_AT } from './a-signed-pdf'

type Chain = ReturnType<typeof aChain>

const service = ({ certificate, intermediates, root, key }: Signer) => ({
  key,
  certificates: [certificate, ...intermediates, root].map((one) => Buffer.from(one)),
})

/** The services of an authority: it stamps times, answers for its signers, and lists who of its sub-authorities was revoked. */
export const authorityOf = (chain: Chain): AuthorityKeys & { stamp: object; responder: object } => ({
  stamp: service(chain.signer({ name: 'Dấu thời gian', purpose: 'timeStamping' })),
  responder: service(chain.signer({ name: 'Tra cứu thu hồi', purpose: 'ocspSigning' })),
  lists: [Buffer.from(issueCrl({ issuer: chain.rootIssuer, thisUpdate: VALID.notBefore, nextUpdate: VALID.notAfter }))],
})

/** The token over this value, as an authority gives it at that time. */
export function tokenFor(value: Uint8Array, keys: AuthorityKeys, at = SIGNED_AT): Uint8Array {
  const request = timeStampRequest(digestOf('sha256', value), randomBytes(8))
  return tokenInAnswer(stampTime(Buffer.from(request), keys.stamp!, at))
}

/** A signed file with a time stamp beside its newest signature. */
export function stamped(pdf: Uint8Array, keys: AuthorityKeys, at = SIGNED_AT): Uint8Array {
  const { gap, value } = lastSignature(pdf)!
  return addTimeStamp(pdf, gap, tokenFor(value, keys, at))
}

/** Asks the services without any network in between. */
export const askDirectly =
  (keys: AuthorityKeys, revoked: Map<string, Date> = new Map(), at = SIGNED_AT): RevocationSource =>
  async (certificate, issuer) => {
    try {
      const nonce = randomBytes(16)
      const request = Buffer.from(ocspRequest(certificate, issuer, nonce))
      return readOcspAnswer(answerRevocation(request, keys.responder!, { revoked, at }), {
        certificate,
        issuer,
        at,
        nonce,
      })
    } catch {
      const [list] = keys.lists
      try {
        return lookUpInCrl(list!, { certificate, issuer, at })
      } catch {
        return { status: 'unknown', why: 'không ai trả lời', evidence: null }
      }
    }
  }

export const serialOf = ({ certificate }: Signer) => readCertificate(certificate)!.serial

/** What the authorities say of everything a file rests on. */
export async function proofsOf(pdf: Uint8Array, authority: AuthorityKeys, anchor: Certificate): Promise<SecurityStore> {
  const all = certificatesIn(pdf, [anchor])
  const ask = askDirectly(authority)
  const pairs = all.flatMap((one) =>
    all.filter((issuer) => one !== issuer && one.isSignedBy(issuer)).map((issuer) => [one, issuer] as const),
  )
  const answers = await Promise.all(pairs.map(([one, issuer]) => ask(one, issuer)))
  const of = (kind: string) => answers.flatMap(({ evidence }) => (evidence?.source === kind ? [evidence.der] : []))
  return { certs: all.map(({ der }) => der), ocsps: of('ocsp'), crls: of('crl') }
}
