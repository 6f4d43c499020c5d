import { createHash } from 'node:crypto'
import { isConsistent, readStatement, type SignedStatement, signaturesOf } from '../signed-statement'
import { readCertificate } from './certificate'
import type { Fault } from './faults'
import { isChangedSinceSigned, judgeSignature } from './judge-signature'
import type { SignerOptions } from './judge-signer'
import { readPdf, type SignedField } from './pdf-contents'
import { type PlacedSignature, placeSignatures } from './structure'
import { type Check, failed, reasonsOf, type SignatureVerdict, type Verdict } from './verdict'

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
}

const LARGEST = 20 * 1024 * 1024

/** Verifies a signed approval as if a stranger had sent it. Never throws for what is in the file. */
export async function verifyPdf(bytes: Uint8Array, options: VerifyOptions): Promise<Verdict> {
  const { file = '' } = options
  if (bytes.length > LARGEST) return unreadable(file, 'tooLarge')
  const contents = startsAsPdf(bytes) ? await readPdf(bytes) : null
  if (!contents) return unreadable(file, isChangedSinceSigned(bytes) ? 'documentChanged' : 'notReadable')
  const { statement, faults: stated } = judgeManifests(contents.manifests)
  const expected = options.signatures ?? (statement ? signaturesOf(statement) : 1)
  const { faults, signatures } = judgeSignatures(bytes, contents.fields, { ...options, signatures: expected })
  const all = [...faults, ...stated]
  return { valid: all.length === 0, file, reasons: reasonsOf(all), signatures, manifest: summary(statement) }
}

const startsAsPdf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-'

const unreadable = (file: string, fault: Fault): Verdict => ({
  valid: false,
  file,
  reasons: reasonsOf([fault]),
  signatures: [],
  manifest: null,
})

function judgeSignatures(bytes: Uint8Array, fields: SignedField[], options: VerifyOptions) {
  const placed = placeSignatures(bytes, fields)
  if (typeof placed === 'string') {
    const checks = [failed('coverage', placed).check]
    return { faults: [placed], signatures: fields.map((field) => verdictOn(field, null, checks)) }
  }
  const signerOptions: SignerOptions = {
    anchors: options.anchors.map(readCertificate).filter((anchor) => anchor !== null),
    at: options.at,
    demonstration: options.demonstration ?? false,
  }
  const judged = placed.map((field) => {
    const registered = registeredFor(field.name, options.registered)
    return { field, ...judgeSignature(bytes, field, { ...signerOptions, registered }) }
  })
  const faults = judged
    .flatMap((signature) => signature.judged.map(({ fault }) => fault))
    .filter((fault) => fault !== null)
  if (placed.length !== (options.signatures ?? 1)) faults.push('signatureCount')
  if (options.preparedSha256 !== undefined && emptiedSha256(bytes, placed) !== options.preparedSha256)
    faults.push('preparedDiffers')
  if (options.startsWith !== undefined && !continues(bytes, options.startsWith)) faults.push('preparedDiffers')
  return {
    faults,
    signatures: judged.map(({ field, signer, judged }) =>
      verdictOn(
        field,
        signer,
        judged.map(({ check }) => check),
      ),
    ),
  }
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

function verdictOn(
  { name, claimedAt }: SignedField,
  signer: { commonName: string; serial: string; fingerprint: string } | null,
  checks: Check[],
): SignatureVerdict {
  const signedAt = claimedAt && !Number.isNaN(claimedAt.getTime()) ? claimedAt.toISOString() : null
  return {
    field: name,
    signer: signer?.commonName ?? '',
    serial: signer?.serial ?? '',
    fingerprint: signer?.fingerprint ?? '',
    signedAt,
    checks,
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
  const { type, unitCode, count, root } = statement
  switch (type) {
    case 'hscbcc.approval/1':
      return { batchId: statement.batchId, unitCode, period: statement.period, count, root }
    case 'hscbcc.revocation/1':
      return { type, withdrawalId: statement.withdrawalId, batchId: statement.batch.id, unitCode, count, root }
    case 'hscbcc.export/1':
      return { type, exportId: statement.exportId, unitCode, count, root }
  }
}
