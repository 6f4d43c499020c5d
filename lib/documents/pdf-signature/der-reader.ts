import { TAG } from './der-writer'

/** One value in DER: `whole` with its tag and length, `content` without. */
export type Der = { tag: number; whole: Uint8Array; content: Uint8Array }

/** What is not DER, or not the DER that was expected. */
export class DerError extends Error {}

/**
 * Reads the values that fill `bytes` from the first to the last. Only DER: lengths in their shortest form, none indefinite,
 * so that one signature has one spelling. Throws DerError.
 */
export function readAll(bytes: Uint8Array): Der[] {
  const values: Der[] = []
  for (let at = 0; at < bytes.length; ) {
    const value = readOne(bytes.subarray(at))
    values.push(value)
    at += value.whole.length
  }
  return values
}

/** Reads the value at the beginning of `bytes`; more may follow it. */
export function readOne(bytes: Uint8Array): Der {
  const [tag, first] = bytes
  if (tag === undefined || first === undefined) throw new DerError('Value cut short')
  if ((tag & 0x1f) === 0x1f) throw new DerError('Long tags are not used here')
  const { length, octets } = readLength(bytes, first)
  const start = 2 + octets
  if (start + length > bytes.length) throw new DerError('Value longer than what holds it')
  return { tag, whole: bytes.subarray(0, start + length), content: bytes.subarray(start, start + length) }
}

function readLength(bytes: Uint8Array, first: number) {
  if (first < 0x80) return { length: first, octets: 0 }
  const octets = first & 0x7f
  if (octets === 0 || octets > 4) throw new DerError('Length indefinite or absurd')
  let length = 0
  for (const octet of bytes.subarray(2, 2 + octets)) length = length * 256 + octet
  if (bytes[2] === 0 || length < 0x80) throw new DerError('Length not in its shortest form')
  return { length, octets }
}

/** The values inside a constructed value of this tag. */
export function inside(value: Der | undefined, tag: number = TAG.sequence): Der[] {
  return readAll(expectTag(value, tag).content)
}

export function expectTag(value: Der | undefined, tag: number): Der {
  if (value?.tag !== tag)
    throw new DerError(`Expected tag ${tag.toString(16)}, found ${value?.tag.toString(16) ?? 'nothing'}`)
  return value
}

/** The only value of a list; throws when there are fewer or more. */
export function only<T>(values: T[]): T {
  const [value] = values
  if (value === undefined || values.length !== 1) throw new DerError(`Expected one value, found ${values.length}`)
  return value
}

/** An object identifier in its dotted form. */
export function readOid(value: Der | undefined): string {
  const { content } = expectTag(value, TAG.oid)
  const arcs: number[] = []
  let arc = 0
  for (const octet of content) {
    arc = arc * 128 + (octet & 0x7f)
    if (octet < 0x80) {
      arcs.push(arc)
      arc = 0
    }
  }
  const [first = 0, ...rest] = arcs
  const root = Math.min(Math.floor(first / 40), 2)
  return [root, first - root * 40, ...rest].join('.')
}

const GENERALIZED = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/

/** A UTCTime or GeneralizedTime, always in Greenwich time as DER demands. */
export function readTime(value: Der | undefined): Date {
  const text = Buffer.from(value?.content ?? []).toString('latin1')
  const full = value?.tag === TAG.utcTime ? `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}` : text
  if (value?.tag !== TAG.utcTime) expectTag(value, TAG.generalizedTime)
  const [, year, month, day, hour, minute, second, fraction = ''] = GENERALIZED.exec(full) ?? []
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${fraction.slice(0, 4)}Z`)
  if (Number.isNaN(at.getTime())) throw new DerError('Not a time')
  return at
}

export const sameBytes = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0
