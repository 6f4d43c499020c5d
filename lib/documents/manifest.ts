import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonical } from '@/lib/domain/canonical'
import { merkleRoot } from './merkle'

/** Under this name it is attached to the approval paper. */
export const MANIFEST_NAME = 'manifest.json'

const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().min(0)
const versions = z.record(z.string(), z.string())

/** What the head of a unit signs: exactly which version of exactly which records. Names of officials are its only personal data. */
export const manifestSchema = z.strictObject({
  type: z.literal('hscbcc.approval/1'),
  batchId: z.string().min(1),
  unitCode: z.string().min(1),
  unitName: z.string().min(1),
  /** `YYYY-MM` of a monthly batch, the number of an ad-hoc one. */
  period: z.string().min(1),
  kind: z.enum(['monthly', 'adHoc']),
  count: z.int().min(1),
  root: sha256Hex,
  hashAlg: z.literal('SHA-256'),
  treeAlg: z.literal('RFC6962'),
  /** Ascending by id, which is also the order of the leaves. */
  records: z.array(z.strictObject({ id: z.string().min(1), version: z.int().min(0), leaf: sha256Hex })).min(1),
  counts: z.strictObject({ added: count, changed: count, unchanged: count, removed: count }),
  /** Chains the batches of a unit, so that a deleted one is noticed. */
  previousBatch: z.strictObject({ id: z.string().min(1), manifestSha256: sha256Hex }).nullable(),
  preparedAt: z.iso.datetime({ offset: true }),
  preparedBy: z.string().min(1),
  approver: z.strictObject({ userId: z.string().min(1), name: z.string().min(1), title: z.string().min(1) }),
  schemaVersions: versions,
  catalogVersions: versions,
  appVersion: z.string().min(1),
  /** Random, so that no signed file of another session fits. */
  nonce: z.string().min(16),
})

export type Manifest = z.infer<typeof manifestSchema>

/** The bytes that are embedded and signed: canonical JSON in UTF-8. */
export const manifestBytes = (manifest: Manifest): Uint8Array => Buffer.from(canonical(manifest), 'utf8')

export const manifestSha256 = (manifest: Manifest): string =>
  createHash('sha256').update(manifestBytes(manifest)).digest('hex')

/** Reads an embedded manifest; null when it is not one, or not in its canonical spelling. */
export function readManifest(bytes: Uint8Array): Manifest | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const manifest = manifestSchema.parse(JSON.parse(text))
    return canonical(manifest) === text ? manifest : null
  } catch {
    return null
  }
}

export type ManifestFault = 'countDiffers' | 'notAscending' | 'rootDiffers'

/** What a manifest says of itself and is not so: its count, the order of its records, its root. */
export function manifestFaults({ count, root, records }: Manifest): ManifestFault[] {
  const ascending = records.every(({ id }, index) => index === 0 || (records[index - 1]?.id ?? '') < id)
  return [
    count !== records.length && ('countDiffers' as const),
    !ascending && ('notAscending' as const),
    merkleRoot(records.map(({ leaf }) => leaf)) !== root && ('rootDiffers' as const),
  ].filter((fault) => fault !== false)
}
