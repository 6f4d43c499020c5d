import type { Fault } from './faults'
import { plainNames, type SignedField } from './pdf-contents'
import type { Gap } from './prepare'

/** A signature whose place in the file is sound. */
export type PlacedSignature = SignedField & { contents: Uint8Array; gap: Gap; end: number }

const RANGE = /\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g

/**
 * Finds where each signature stands and what it covers. Anything odd is a fault: a gap that is not one string of hex digits,
 * a byte range that no field owns, a part of the file that no signature covers.
 */
export function placeSignatures(bytes: Uint8Array, fields: SignedField[]): PlacedSignature[] | Fault {
  if (fields.length === 0) return 'signatureMissing'
  const text = Buffer.from(bytes).toString('latin1')
  const written = [...text.matchAll(RANGE)].map((match) => match.slice(1).map(Number).join(' '))
  const words = plainNames(bytes).split('ByteRange').length - 1
  const owned = fields.map(({ range }) => range?.join(' '))
  if (written.length !== words || written.length !== fields.length) return 'signatureBroken'
  if (new Set(owned).size !== fields.length || !written.every((range) => owned.includes(range)))
    return 'signatureBroken'
  const placed = fields.map((field) => place(text, field)).filter((field) => field !== null)
  if (placed.length !== fields.length) return 'signatureBroken'
  placed.sort((a, b) => a.end - b.end)
  const nested = placed.every(({ gap }, index) => index === 0 || (placed[index - 1]?.end ?? 0) <= gap.start)
  if (!nested) return 'signatureBroken'
  return placed.at(-1)?.end === bytes.length ? placed : 'contentAfterSignature'
}

function place(text: string, field: SignedField): PlacedSignature | null {
  const { range, contents } = field
  const [from, length = 0, rest = 0, restLength = 0] = range ?? []
  if (range?.length !== 4 || !contents || from !== 0) return null
  const end = rest + restLength
  const hex = text.slice(length + 1, rest - 1)
  if (rest <= length + 2 || restLength === 0 || end > text.length) return null
  if (text[length] !== '<' || text[rest - 1] !== '>') return null
  // One spelling only: else a digit could change its case and nobody would notice that the file is another.
  if (!/^([0-9a-f]+|[0-9A-F]+)$/.test(hex) || hex.length % 2 !== 0) return null
  if (!Buffer.from(hex, 'hex').equals(contents)) return null
  if (!/%%EOF(\r\n|\r|\n)?$/.test(text.slice(end - 8, end))) return null
  return { ...field, contents, gap: { start: length, end: rest }, end }
}

/**
 * The signatures a file has by its bytes alone, before it is read as a PDF: null for one whose place is not sound. Good for refusing
 * only; what they mean in the document, reading it must tell.
 */
export function writtenSignatures(bytes: Uint8Array): (PlacedSignature | null)[] {
  const text = Buffer.from(bytes).toString('latin1')
  return [...text.matchAll(RANGE)].slice(0, 4).map((match) => {
    const range = match.slice(1).map(Number)
    const [, length = 0, rest = 0] = range
    const contents = Buffer.from(text.slice(length + 1, rest - 1), 'hex')
    return place(text, { name: '', subFilter: null, claimedAt: null, range, contents })
  })
}
