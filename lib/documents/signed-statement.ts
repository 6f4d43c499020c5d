import { z } from 'zod'
import { canonical } from '@/lib/domain/canonical'
import { type Manifest, manifestFaults, manifestSchema } from './manifest'
import { merkleRoot } from './merkle'

const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/)
const records = z.array(z.strictObject({ id: z.string().min(1), version: z.int().min(0), leaf: sha256Hex }))
const official = z.strictObject({ userId: z.string().min(1), name: z.string().min(1), title: z.string().min(1) })

const common = {
  unitCode: z.string().min(1),
  unitName: z.string().min(1),
  count: z.int().min(1),
  root: sha256Hex,
  hashAlg: z.literal('SHA-256'),
  treeAlg: z.literal('RFC6962'),
  /** Ascending by id, which is also the order of the leaves. */
  records: records.min(1),
  preparedAt: z.iso.datetime({ offset: true }),
  preparedBy: z.string().min(1),
  appVersion: z.string().min(1),
  /** Random, so that no signed file of another session fits. */
  nonce: z.string().min(16),
}

/** A document with the value of the paper original: signed by the competent person, then by the agency (Quy chế, Điều 13 khoản 4). */
const exportSchema = z.strictObject({
  type: z.literal('hscbcc.export/1'),
  exportId: z.string().min(1),
  kind: z.enum(['cv', 'list']),
  /** The document this one takes the place of, by its number. */
  replaces: z.strictObject({ exportId: z.string().min(1), number: z.string().min(1) }).nullable(),
  signer: official,
  ...common,
})

/** A sheet by whose signature a person shows that a key is theirs: it says nothing of any record. */
const enrolmentSchema = z.strictObject({
  type: z.literal('hscbcc.enrolment/1'),
  enrolmentId: z.string().min(1),
  person: z.strictObject({ userId: z.string().min(1), name: z.string().min(1) }),
  unitCode: common.unitCode,
  unitName: common.unitName,
  preparedAt: common.preparedAt,
  appVersion: common.appVersion,
  nonce: common.nonce,
})

/** What takes an approval back: which versions of which records, of which batch, and why. The approval itself stays as it was signed. */
const revocationSchema = z.strictObject({
  type: z.literal('hscbcc.revocation/1'),
  withdrawalId: z.string().min(1),
  batch: z.strictObject({ id: z.string().min(1), manifestSha256: sha256Hex }),
  reason: z.string().min(1),
  documentNo: z.string().min(1).nullable(),
  signer: official,
  ...common,
})

export type RevocationStatement = z.infer<typeof revocationSchema>
export type EnrolmentStatement = z.infer<typeof enrolmentSchema>
export type ExportStatement = z.infer<typeof exportSchema>
/** What a signed paper carries as `manifest.json`: what exactly was signed, for machines. */
export type SignedStatement = Manifest | ExportStatement | EnrolmentStatement | RevocationStatement

const statementSchema = z.discriminatedUnion('type', [manifestSchema, exportSchema, enrolmentSchema, revocationSchema])

/** The bytes that are embedded and signed: canonical JSON in UTF-8. */
export const statementBytes = (statement: SignedStatement): Uint8Array => Buffer.from(canonical(statement), 'utf8')

/** Reads an embedded statement; null when it is none, or not in its canonical spelling. */
export function readStatement(bytes: Uint8Array): SignedStatement | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const statement = statementSchema.parse(JSON.parse(text))
    return canonical(statement) === text ? statement : null
  } catch {
    return null
  }
}

/** Whether what it says of itself is so: its count, the order of its records, its root. */
export function isConsistent(statement: SignedStatement): boolean {
  if (statement.type === 'hscbcc.approval/1') return manifestFaults(statement).length === 0
  if (statement.type === 'hscbcc.enrolment/1') return true
  const { count, root, records } = statement
  const ascending = records.every(({ id }, index) => index === 0 || (records[index - 1]?.id ?? '') < id)
  return count === records.length && ascending && merkleRoot(records.map(({ leaf }) => leaf)) === root
}

/** How many signatures such a paper must have: an export is signed by the competent person and by the agency. */
export const signaturesOf = ({ type }: SignedStatement): number => (type === 'hscbcc.export/1' ? 2 : 1)
