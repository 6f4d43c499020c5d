import { plainObjects } from './plain-form'
import { writtenSignatures } from './structure'

/** What a signature is judged by in years, when nobody can be asked any more: certificates, and authorities' answers about them. */
export type SecurityStore = { certs: Uint8Array[]; ocsps: Uint8Array[]; crls: Uint8Array[] }

/** A file, and the store that was written behind its last signature. */
export type WithStore = { signed: Uint8Array; store: SecurityStore }

const MOST_PARTS = 32
const STREAM = /(\d{1,10}) 0 obj\n<<\/Length (\d{1,8})>>\nstream\n/y
const LISTS =
  /\d{1,10} 0 obj\n<<\/Type \/DSS \/Certs \[([^\]<>]*)\] \/OCSPs \[([^\]<>]*)\] \/CRLs \[([^\]<>]*)\]>>\nendobj\n/y

/**
 * Writes the store (DSS, PAdES B-LT) in a revision behind the last signature, in the one spelling that `readStore` knows. The bytes
 * before stay untouched. Throws RangeError for a file that is not of our plain form, or parts that would break it.
 */
export function writeStore(signed: Uint8Array, { certs, ocsps, crls }: SecurityStore): Uint8Array {
  const before = Buffer.from(signed)
  const text = before.toString('latin1')
  const { size, previous, root, kept } = trailerOf(text)
  const parts = [...certs, ...ocsps, ...crls]
  if (parts.length === 0 || parts.length > MOST_PARTS) throw new RangeError(`${parts.length} parts of a store`)
  const places: [number, number][] = []
  const written: Buffer[] = [before, Buffer.from(text.endsWith('\n') ? '' : '\n')]
  let at = before.length + (written[1]?.length ?? 0)
  const put = (number: number, body: Buffer) => {
    const object = Buffer.concat([Buffer.from(`${number} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    places.push([number, at])
    written.push(object)
    at += object.length
  }
  for (const [index, part] of parts.entries()) put(size + index, streamOf(part))
  const lists = size + parts.length
  const refs = (from: number, list: Uint8Array[]) => list.map((_, index) => `${from + index} 0 R`).join(' ')
  const [second, third] = [size + certs.length, size + certs.length + ocsps.length]
  const named = `/Certs [${refs(size, certs)}] /OCSPs [${refs(second, ocsps)}] /CRLs [${refs(third, crls)}]`
  put(lists, Buffer.from(`<</Type /DSS ${named}>>`))
  put(root, Buffer.from(`${catalogOf(text, root)}\n/DSS ${lists} 0 R>>`, 'latin1'))
  const rows = places.toSorted(([a], [b]) => a - b).map(([number, place]) => `${number} 1\n${padded(place)} 00000 n \n`)
  const trailer = `<</Size ${lists + 1} /Root ${root} 0 R /Prev ${previous}${kept}>>`
  written.push(Buffer.from(`xref\n${rows.join('')}trailer\n${trailer}\nstartxref\n${at}\n%%EOF\n`, 'latin1'))
  return new Uint8Array(Buffer.concat(written))
}

/**
 * The store behind the last signature; null when there is none, or anything else. Whatever it is read from is written anew and must be
 * the same, byte by byte: nothing but the parts themselves can be a stranger's, and those are judged by `isSoundStore`.
 */
export function readStore(bytes: Uint8Array): WithStore | null {
  const ends = writtenSignatures(bytes).map((one) => one?.end ?? bytes.length)
  const end = ends.length === 0 ? bytes.length : Math.max(...ends)
  if (end === bytes.length) return null
  const [signed, text] = [bytes.subarray(0, end), Buffer.from(bytes.subarray(end)).toString('latin1')]
  const parts: Uint8Array[] = []
  let at = text.startsWith('\n') ? 1 : 0
  for (let stream = matchAt(STREAM, text, at); stream; stream = matchAt(STREAM, text, at)) {
    const from = end + STREAM.lastIndex
    const length = Number(stream[2])
    parts.push(bytes.subarray(from, from + length))
    at = STREAM.lastIndex + length + '\nendstream\nendobj\n'.length
    if (parts.length > MOST_PARTS) return null
  }
  const lists = matchAt(LISTS, text, at)
  if (!lists) return null
  const [certs = 0, ocsps = 0] = lists.slice(1).map((list) => list.split('R').length - 1)
  const store = {
    certs: parts.slice(0, certs),
    ocsps: parts.slice(certs, certs + ocsps),
    crls: parts.slice(certs + ocsps),
  }
  try {
    return Buffer.from(writeStore(signed, store)).equals(bytes) ? { signed, store } : null
  } catch {
    return null
  }
}

function streamOf(part: Uint8Array): Buffer {
  const bytes = Buffer.from(part)
  if (bytes.includes('endstream') || bytes.includes('endobj')) throw new RangeError('A part that would end its stream')
  return Buffer.concat([Buffer.from(`<</Length ${bytes.length}>>\nstream\n`), bytes, Buffer.from('\nendstream')])
}

/** The newest catalog, without its closing: it gets one entry more. */
function catalogOf(text: string, root: number): string {
  const place = plainObjects(text)?.get(root)
  const object = place ? text.slice(place.at, text.indexOf('endobj', place.at)) : ''
  const body = object.replace(/^\d+ \d+ obj\s*/, '').trimEnd()
  if (!body.startsWith('<<') || !body.endsWith('>>') || body.includes('stream') || /\/DSS\b/.test(body))
    throw new RangeError('A catalog of another form')
  return body.slice(0, -2)
}

function trailerOf(text: string) {
  const trailer = text.slice(text.lastIndexOf('trailer'))
  const number = (pattern: RegExp) => {
    const found = pattern.exec(trailer)?.[1]
    if (found === undefined) throw new RangeError('A trailer of another form')
    return Number(found)
  }
  const info = /\/Info\s+(\d{1,10}) 0 R/.exec(trailer)
  const id = /\/ID\s*\[\s*<[0-9A-Fa-f]*>\s*<[0-9A-Fa-f]*>\s*\]/.exec(trailer)
  return {
    size: number(/\/Size\s+(\d{1,10})/),
    root: number(/\/Root\s+(\d{1,10}) 0 R/),
    previous: number(/startxref\s+(\d{1,10})/),
    kept: `${info ? ` /Info ${info[1]} 0 R` : ''}${id ? ` ${id[0]}` : ''}`,
  }
}

const padded = (place: number) => String(place).padStart(10, '0')

function matchAt(pattern: RegExp, text: string, at: number) {
  pattern.lastIndex = at
  return pattern.exec(text)
}
