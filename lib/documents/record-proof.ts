import { z } from 'zod'
import type { Manifest } from './manifest'
import { inclusionPath, RECORD_SCHEMA, recordLeaf, rootFrom } from './merkle'

const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/)

/** One version of one record with its salt: all that its leaf is made of. */
const recordSchema = z.strictObject({
  schema: z.literal(RECORD_SCHEMA),
  recordId: z.string().min(1),
  version: z.int().min(0),
  salt: z.string().min(1),
  data: z.record(z.string(), z.unknown()),
})

/** That a record stands in a signed list: the record itself, and its way up to the root that was signed. */
const proofSchema = z.strictObject({
  type: z.literal('hscbcc.proof/1'),
  record: recordSchema,
  leaf: sha256Hex,
  /** Place in the list, from 0, and how long the list is. */
  index: z.int().min(0),
  count: z.int().min(1),
  path: z.array(z.strictObject({ side: z.enum(['left', 'right']), hash: sha256Hex })).max(64),
  root: sha256Hex,
  batchId: z.string().min(1),
  manifestSha256: sha256Hex,
})

export type RecordProof = z.infer<typeof proofSchema>
export type ProvenRecord = z.infer<typeof recordSchema>

/** What a holder of the record needs to prove it against the signed paper. Throws RangeError when it is not in the list. */
export function recordProof(record: Omit<ProvenRecord, 'schema'>, manifest: Manifest, sha256: string): RecordProof {
  const leaves = manifest.records.map(({ leaf }) => leaf)
  const leaf = recordLeaf(record)
  const index = manifest.records.findIndex((one) => one.id === record.recordId && one.leaf === leaf)
  if (index < 0) throw new RangeError('The record is not in the list')
  const { recordId, version, salt, data } = record
  return {
    type: 'hscbcc.proof/1',
    record: { schema: RECORD_SCHEMA, recordId, version, salt, data },
    leaf,
    index,
    count: leaves.length,
    path: inclusionPath(leaves, index),
    root: manifest.root,
    batchId: manifest.batchId,
    manifestSha256: sha256,
  }
}

/** What can be wrong with one record against a signed list, each with what a person reads. */
export const RECORD_FAULTS = {
  recordNotReadable: 'Không đọc được tệp hồ sơ: tệp phải là JSON tải từ trang “Bằng chứng” của hồ sơ.',
  recordNotSigned: 'Hồ sơ này không có trong danh sách đã ký.',
  versionDiffers: 'Danh sách đã ký có một phiên bản khác của hồ sơ này.',
  recordDiffers: 'Nội dung hồ sơ khác với nội dung đã ký.',
  pathDiffers: 'Đường dẫn trong bằng chứng không đưa đến mã gốc đã ký.',
} as const

export type RecordFault = keyof typeof RECORD_FAULTS

export type RecordVerdict = {
  valid: boolean
  recordId: string | null
  version: number | null
  leaf: string | null
  reasons: { code: RecordFault; message: string }[]
}

/** Judges a record, alone or with its proof, against the list that a valid paper carries. Never throws for what is in the file. */
export function judgeRecord(text: string, signed: Pick<Manifest, 'records' | 'root'>): RecordVerdict {
  const read = readRecord(text)
  if (!read) return verdict(null, null, ['recordNotReadable'])
  const { record, proof } = read
  const leaf = leafOf(record)
  if (leaf === null) return verdict(null, null, ['recordNotReadable'])
  const listed = signed.records.find(({ id }) => id === record.recordId)
  if (!listed) return verdict(record, leaf, ['recordNotSigned'])
  const faults: RecordFault[] = []
  if (listed.version !== record.version) faults.push('versionDiffers')
  else if (listed.leaf !== leaf) faults.push('recordDiffers')
  if (proof && (proof.leaf !== leaf || rootFrom(leaf, proof.path) !== signed.root)) faults.push('pathDiffers')
  return verdict(record, leaf, faults)
}

const verdict = (record: ProvenRecord | null, leaf: string | null, faults: RecordFault[]): RecordVerdict => ({
  valid: faults.length === 0,
  recordId: record?.recordId ?? null,
  version: record?.version ?? null,
  leaf,
  reasons: faults.map((code) => ({ code, message: RECORD_FAULTS[code] })),
})

function readRecord(text: string): { record: ProvenRecord; proof: RecordProof | null } | null {
  try {
    const json: unknown = JSON.parse(text)
    const proof = proofSchema.safeParse(json)
    if (proof.success) return { record: proof.data.record, proof: proof.data }
    const record = recordSchema.safeParse(json)
    return record.success ? { record: record.data, proof: null } : null
  } catch {
    return null
  }
}

/** Null for data that has no canonical spelling. */
function leafOf(record: ProvenRecord): string | null {
  try {
    return recordLeaf(record)
  } catch {
    return null
  }
}
