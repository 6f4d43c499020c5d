import { sayInstant } from '@/lib/domain/calendar'
import type { Certificate } from './certificate'
import { failed, type Judged, passed, unknown } from './verdict'

/** What an authority says of a certificate it issued. */
export type RevocationStatus =
  | { status: 'good' }
  | { status: 'revoked'; at: Date }
  /** The authority does not know it, or could not be asked; `why` is for a person. */
  | { status: 'unknown'; why: string }

/** A signed answer of an authority, as it is kept: with it the question can be decided again in years. */
export type Evidence = { source: 'ocsp' | 'crl'; der: Uint8Array; thisUpdate: Date; nextUpdate: Date | null }
export type RevocationAnswer = RevocationStatus & { evidence: Evidence | null }

/** Asks about one certificate, whose issuer is known to be the real one. Never throws: who cannot be asked is unknown. */
export type RevocationSource = (certificate: Certificate, issuer: Certificate) => Promise<RevocationAnswer>

/** How far two clocks may be apart. */
export const CLOCK_SKEW_MS = 5 * 60_000

/** Whether an answer of an authority may be relied on at that time; one without an end holds for a day. */
export function isCurrent({ thisUpdate, nextUpdate }: Pick<Evidence, 'thisUpdate' | 'nextUpdate'>, at: Date): boolean {
  const until = nextUpdate?.getTime() ?? thisUpdate.getTime() + 24 * 3600_000
  return thisUpdate.getTime() <= at.getTime() + CLOCK_SKEW_MS && at.getTime() <= until + CLOCK_SKEW_MS
}

export type JudgedRevocation = { judged: Judged; evidence: Evidence[] }

/**
 * Asks about every certificate of these paths but their anchors, which nobody can revoke. Revoked before `at` is refused; unknown
 * waits; revoked later leaves standing what was signed before.
 */
export async function judgeRevocation(
  paths: Certificate[][],
  at: Date,
  ask: RevocationSource,
): Promise<JudgedRevocation> {
  const asked = distinct(paths.flatMap(pairs)).map(([certificate, issuer]) => ({
    certificate,
    answer: ask(certificate, issuer),
  }))
  const answers = await Promise.all(asked.map(async (one) => ({ ...one, answer: await one.answer })))
  const evidence = answers.flatMap(({ answer }) => answer.evidence ?? [])
  const revoked = answers.find(({ answer }) => answer.status === 'revoked' && answer.at <= at)
  if (revoked?.answer.status === 'revoked') {
    const since = `${revoked.certificate.commonName}: thu hồi từ ${sayInstant(revoked.answer.at)}`
    return { judged: failed('revocation', 'certificateRevoked', since), evidence }
  }
  const silent = answers.find(({ answer }) => answer.status === 'unknown')
  if (silent?.answer.status === 'unknown') {
    return { judged: unknown('revocation', `${silent.certificate.commonName}: ${silent.answer.why}`), evidence }
  }
  const sources = [...new Set(evidence.map(({ source }) => source.toUpperCase()))].join(' và ')
  return { judged: passed('revocation', `Chưa bị thu hồi lúc ${sayInstant(at)} (${sources})`), evidence }
}

type Pair = [certificate: Certificate, issuer: Certificate]

const pairs = (path: Certificate[]): Pair[] =>
  path.flatMap((certificate, index): Pair[] => {
    const issuer = path[index + 1]
    return issuer ? [[certificate, issuer]] : []
  })

/** The signer and who vouched for the time often have the same authority above them. */
const distinct = (all: Pair[]): Pair[] => [...new Map(all.map((pair) => [pair[0].fingerprint, pair])).values()]
