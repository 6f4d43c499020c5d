import { FAULTS, type Fault } from './faults'

/** What the verifier says of a file. `ok: null` is a check that could not be made. */
export type Verdict = {
  valid: boolean
  /** Name of the file, as the caller gave it. */
  file: string
  /** Why it is not valid, or not readable; empty when it is valid. */
  reasons: { code: Fault; message: string }[]
  /** What could not be settled yet, and is asked again; only where somebody was there to be asked. */
  awaits: { code: Await; message: string }[]
  signatures: SignatureVerdict[]
  manifest: StatementSummary | null
}

/** What the paper says it is; an approval is the one without a type. */
export type StatementSummary = { unitCode: string; count: number; root: string } & (
  | { type?: never; batchId: string; period: string }
  | { type: 'hscbcc.export/1'; exportId: string }
  | { type: 'hscbcc.revocation/1'; withdrawalId: string }
  /** A sheet about a key: no records, and no root. */
  | { type: 'hscbcc.enrolment/1'; enrolmentId: string }
)

export type SignatureVerdict = {
  field: string
  signer: string
  serial: string
  /** Of the signer's certificate; empty where it could not be read. */
  fingerprint: string
  /** The time the file claims (ISO 8601); nothing proves it. */
  signedAt: string | null
  /** The time an authority has vouched for (ISO 8601); null without a time stamp. */
  provenAt: string | null
  /** SHA-256 of the authorities' answers about revocation. */
  evidence: string[]
  checks: Check[]
}

export type CheckCode =
  | 'coverage'
  | 'format'
  | 'document'
  | 'algorithm'
  | 'certificate'
  | 'signature'
  | 'chain'
  | 'purpose'
  | 'validity'
  | 'registered'
  | 'revocation'
  | 'timestamp'
  | 'freshness'
  | 'demonstration'

export type Check = { code: CheckCode; ok: boolean | null; detail: string }

export const AWAITS = {
  revocationUnknown: 'Chưa biết chứng thư số có bị thu hồi hay không: dịch vụ của tổ chức chứng thực chưa trả lời.',
  timeStampMissing: 'Chưa có dấu thời gian: máy chủ thời gian chưa trả lời.',
} as const
export type Await = keyof typeof AWAITS

/** A check and, when it failed, the fault it found. */
export type Judged = { check: Check; fault: Fault | null }

export const passed = (code: CheckCode, detail: string): Judged => ({ check: { code, ok: true, detail }, fault: null })
export const unknown = (code: CheckCode, detail: string): Judged => ({ check: { code, ok: null, detail }, fault: null })
export const failed = (code: CheckCode, fault: Fault, detail: string = FAULTS[fault]): Judged => ({
  check: { code, ok: false, detail },
  fault,
})

export const reasonsOf = (faults: Iterable<Fault>) =>
  [...new Set(faults)].map((code) => ({ code, message: FAULTS[code] }))

/** False when the file could not even be read as a signed PDF: that is another answer than "not valid". */
export const isReadable = ({ reasons }: Verdict) => !reasons.some(({ code }) => UNREADABLE.includes(code))

/** Whether this is still to be settled. Verdicts of earlier days do not say what was open. */
export const isOpen = ({ awaits }: Pick<Verdict, 'awaits'> | { awaits?: undefined }, code: Await) =>
  awaits?.some((one) => one.code === code) ?? false

const UNREADABLE: Fault[] = ['notReadable', 'tooLarge', 'compressedObjects']
