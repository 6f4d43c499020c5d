import { createHash } from 'node:crypto'
import { canonical } from '@/lib/domain/canonical'

/** One version of one record, as it is approved. `salt` is 128 random bits in base64url: without it a published leaf could be guessed. */
export type ApprovedVersion = { recordId: string; version: number; salt: string; data: unknown }

/** A neighbour on the way from a leaf to the root, and the side it stands on. */
export type PathStep = { side: 'left' | 'right'; hash: string }

export const RECORD_SCHEMA = 'hscbcc.record/1'

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** The hash, in hex, under which this version of the record stands in the tree. */
export function recordLeaf({ recordId, version, salt, data }: ApprovedVersion): string {
  const spelling = canonical({ schema: RECORD_SCHEMA, recordId, version, salt, data })
  return sha256Hex(LEAF, Buffer.from(spelling, 'utf8'))
}

/** Root of the tree of RFC 6962, in hex. The caller orders the leaves (by record id). Throws RangeError for no leaves at all. */
export function merkleRoot(leaves: readonly string[]): string {
  const [first, ...others] = leaves
  if (first === undefined) throw new RangeError('A tree needs a leaf')
  if (others.length === 0) return first
  const split = largestPowerOfTwoBelow(leaves.length)
  return parent(merkleRoot(leaves.slice(0, split)), merkleRoot(leaves.slice(split)))
}

/** The neighbours that prove leaf number `index` (from 0) to be under the root, nearest first. */
export function inclusionPath(leaves: readonly string[], index: number): PathStep[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) throw new RangeError(`No leaf ${index}`)
  if (leaves.length === 1) return []
  const split = largestPowerOfTwoBelow(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return index < split
    ? [...inclusionPath(left, index), { side: 'right', hash: merkleRoot(right) }]
    : [...inclusionPath(right, index - split), { side: 'left', hash: merkleRoot(left) }]
}

/** The root that a leaf and its path lead to; equal to the signed root exactly when the leaf was signed. */
export const rootFrom = (leaf: string, path: readonly PathStep[]): string =>
  path.reduce((hash, step) => (step.side === 'left' ? parent(step.hash, hash) : parent(hash, step.hash)), leaf)

const parent = (left: string, right: string) => sha256Hex(NODE, Buffer.from(left, 'hex'), Buffer.from(right, 'hex'))

function largestPowerOfTwoBelow(count: number) {
  let power = 1
  while (power * 2 < count) power *= 2
  return power
}

function sha256Hex(...parts: Uint8Array[]) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}
