import { createHash } from 'node:crypto'
import { isConsistent, readStatement, type SignedStatement, signaturesOf } from '../signed-statement'
import { onlySigned } from './added-revision'
import { type Certificate, readCertificate } from './certificate'
import type { Fault } from './faults'
import { judgeFreshness, type Session } from './judge-freshness'
import { faultOfBytes, type JudgedSignature, judgeSignature } from './judge-signature'
import type { SignerOptions } from './judge-signer'
import { isSoundStore } from './judge-store'
import { formFault, isUnambiguous, readPdf, type SignedField } from './pdf-contents'
import { type Evidence, judgeRevocation, type RevocationSource } from './revocation'
import { readStore } from './security-store'
import { type PlacedSignature, placeSignatures } from './structure'
import {
  AWAITS,
  type Await,
  type Check,
  failed,
  reasonsOf,
  type SignatureVerdict,
  unknown,
  type Verdict,
} from './verdict'

export type VerifyOptions = {
  /** Certificates of the authorities that are trusted, DER or PEM. */
  anchors: Uint8Array[]
  /** When the file was received: nothing in the file proves a time. */
  at: Date
  /** Name of the file, for the verdict. */
  file?: string
  /** Fingerprints (SHA-256, hex) of the certificates that may sign: one list for all, or one for each signature field. */
  registered?: readonly string[] | Readonly<Record<string, readonly string[]>>
  /** SHA-256 (hex) of the file that was prepared: but for the signature in its gap, this must be that file. */
  preparedSha256?: string
  /** The paper a signing tool was given: the file must begin with exactly these bytes and go on after them. */
  startsWith?: Uint8Array
  /** How many signatures the workflow expects; as many as such a paper must have if left out. */
  signatures?: number
  /** True where the demonstration chain counts. Left out, it is refused. */
  demonstration?: boolean
  /** Whom to ask whether a certificate was revoked; left out, nobody is, and the check says so. */
  revocation?: RevocationSource
  /** Whether a signature without a time stamp is to be stamped yet. */
  awaitsTimeStamp?: boolean
  /** When the newest signature was asked for and came back. */
  session?: Session
}

const LARGEST = 20 * 1024 * 1024

/** Verifies a signed approval as if a stranger had sent it. Never throws for what is in the file. */
export async function verifyPdf(whole: Uint8Array, options: VerifyOptions): Promise<Verdict> {
  const { file = '' } = options
  if (whole.length > LARGEST) return refused(file, 'tooLarge')
  // What we wrote behind the last signature is judged by itself, and everything else as if it were not there.
  const kept = readStore(whole)
  const bytes = kept?.signed ?? whole
  const tampered = faultOfBytes(bytes)
  if (tampered) return refused(file, tampered.fault, tampered.signer)
  const contents = await readPdf(bytes)
  if (!contents) return refused(file, formFault(bytes) ?? 'notReadable')
  const { statement, faults: stated } = judgeManifests(contents.manifests)
  const expected = options.signatures ?? (statement ? signaturesOf(statement) : 1)
  const { faults, judged } = judgeSignatures(bytes, contents.fields, { ...options, signatures: expected })
  const all = [...faults, ...stated]
  if (all.length === 0 && !isUnambiguous(bytes)) all.push('tablesDisagree')
  if (all.length === 0 && options.startsWith && !(await onlySigned(options.startsWith, bytes)))
    all.push('revisionRefused')
  if (all.length === 0 && kept && !isSoundStore(kept.store, bytes, anchorsOf(options)))
    all.push('contentAfterSignature')
  // Who signed is known and trusted: only now is anybody asked, at addresses their certificate names.
  const asked = all.length === 0 ? await askAboutRevocation(judged, options) : judged
  if (all.length === 0) all.push(...faultsIn(asked))
  const signatures = asked.map(signatureVerdict)
  const awaits = all.length === 0 ? awaitsOf(signatures, options) : []
  return {
    ...{ valid: all.length === 0, file, reasons: reasonsOf(all), awaits },
    ...{ signatures, manifest: summary(statement) },
  }
}

/** What is refused before it was read as a document. */
const refused = (file: string, fault: Fault, signer: Certificate | null = null): Verdict => ({
  valid: false,
  file,
  reasons: reasonsOf([fault]),
  awaits: [],
  signatures: signer
    ? [signatureVerdict({ ...nobody, signer, field: NO_FIELD, judged: [failed('document', fault)] })]
    : [],
  manifest: null,
})

const NO_FIELD: SignedField = { name: '', subFilter: null, range: null, contents: null, claimedAt: null }

function judgeSignatures(bytes: Uint8Array, fields: SignedField[], options: VerifyOptions) {
  const placed = placeSignatures(bytes, fields)
  if (typeof placed === 'string') {
    const judged = fields.map((field) => ({ field, ...nobody, judged: [failed('coverage', placed)] }))
    return { faults: [placed], judged }
  }
  const signerOptions: SignerOptions = {
    anchors: anchorsOf(options),
    at: options.at,
    demonstration: options.demonstration ?? false,
  }
  const judged = placed.map((field) => {
    const registered = registeredFor(field.name, options.registered)
    return { field, ...judgeSignature(bytes, field, { ...signerOptions, registered }) }
  })
  const last = judged.at(-1)
  if (options.session && last) {
    last.judged.push(judgeFreshness(options.session, [last.field.claimedAt, last.proven?.at ?? null]))
  }
  const faults = faultsIn(judged)
  if (placed.length !== (options.signatures ?? 1)) faults.push('signatureCount')
  if (options.preparedSha256 !== undefined && emptiedSha256(bytes, placed) !== options.preparedSha256)
    faults.push('preparedDiffers')
  if (options.startsWith !== undefined && !continues(bytes, options.startsWith)) faults.push('preparedDiffers')
  return { faults, judged }
}

const anchorsOf = ({ anchors }: VerifyOptions) => anchors.map(readCertificate).filter((anchor) => anchor !== null)

type Judgement = JudgedSignature & { field: SignedField; evidence?: Evidence[] }

const nobody = { signer: null, path: null, proven: null }

const faultsIn = (signatures: Judgement[]) =>
  signatures.flatMap(({ judged }) => judged.map(({ fault }) => fault)).filter((fault) => fault !== null)

/** Of the signer's certificate and of who vouched for the time. */
async function askAboutRevocation(signatures: Judgement[], { at, revocation }: VerifyOptions): Promise<Judgement[]> {
  return Promise.all(
    signatures.map(async (signature) => {
      const { path, proven, judged } = signature
      if (!revocation)
        return { ...signature, judged: [...judged, unknown('revocation', 'Chưa hỏi tổ chức chứng thực')] }
      const paths = [path ?? [], proven?.path ?? []]
      const answer = await judgeRevocation(paths, proven?.at ?? at, revocation)
      return { ...signature, judged: [...judged, answer.judged], evidence: answer.evidence }
    }),
  )
}

function awaitsOf(signatures: SignatureVerdict[], { revocation, awaitsTimeStamp }: VerifyOptions): Verdict['awaits'] {
  const open = (code: Check['code']) =>
    signatures.some(({ checks }) => checks.some((one) => one.code === code && one.ok === null))
  const codes: Await[] = [
    ...(revocation && open('revocation') ? (['revocationUnknown'] as const) : []),
    ...(awaitsTimeStamp && open('timestamp') ? (['timeStampMissing'] as const) : []),
  ]
  return codes.map((code) => ({ code, message: AWAITS[code] }))
}

const continues = (bytes: Uint8Array, paper: Uint8Array) =>
  bytes.length > paper.length && Buffer.from(bytes.subarray(0, paper.length)).equals(paper)

/** A field nobody was named for takes no signature. */
function registeredFor(field: string, registered: VerifyOptions['registered']): string[] | undefined {
  if (registered === undefined) return undefined
  const own = isList(registered) ? registered : (registered[field] ?? [])
  return own.map((fingerprint) => fingerprint.replaceAll(':', '').toLowerCase())
}

const isList = (registered: NonNullable<VerifyOptions['registered']>): registered is readonly string[] =>
  Array.isArray(registered)

function signatureVerdict({ field, signer, proven, judged, evidence = [] }: Judgement): SignatureVerdict {
  const { name, claimedAt } = field
  return {
    field: name,
    signer: signer?.commonName ?? '',
    serial: signer?.serial ?? '',
    fingerprint: signer?.fingerprint ?? '',
    signedAt: claimedAt && !Number.isNaN(claimedAt.getTime()) ? claimedAt.toISOString() : null,
    provenAt: proven?.at.toISOString() ?? null,
    evidence: evidence.map(({ der }) => createHash('sha256').update(der).digest('hex')),
    checks: judged.map(({ check }) => check),
  }
}

/** The file as it was before the last signature was put into its gap. */
function emptiedSha256(bytes: Uint8Array, placed: PlacedSignature[]) {
  const emptied = Uint8Array.from(bytes)
  const gap = placed.at(-1)?.gap
  if (gap) emptied.fill('0'.charCodeAt(0), gap.start + 1, gap.end - 1)
  return createHash('sha256').update(emptied).digest('hex')
}

function judgeManifests(attached: (Uint8Array | null)[]): { statement: SignedStatement | null; faults: Fault[] } {
  const [bytes] = attached
  if (bytes === undefined) return { statement: null, faults: ['manifestMissing'] }
  const statement = attached.length === 1 && bytes ? readStatement(bytes) : null
  if (!statement) return { statement, faults: ['manifestUnreadable'] }
  return { statement, faults: isConsistent(statement) ? [] : ['manifestInconsistent'] }
}

function summary(statement: SignedStatement | null): Verdict['manifest'] {
  if (!statement) return null
  if (statement.type === 'hscbcc.enrolment/1') {
    const { type, unitCode, enrolmentId } = statement
    return { type, enrolmentId, unitCode, count: 0, root: '' }
  }
  const { type, unitCode, count, root } = statement
  switch (type) {
    case 'hscbcc.approval/1':
      return { batchId: statement.batchId, unitCode, period: statement.period, count, root }
    case 'hscbcc.export/1':
      return { type, exportId: statement.exportId, unitCode, count, root }
    case 'hscbcc.revocation/1':
      return { type, withdrawalId: statement.withdrawalId, unitCode, count, root }
  }
}
