import { crc32, inflateRawSync } from 'node:zlib'

/** `damaged`: no zip, cut off, or changed. `tooLarge`: more than it may hold when unpacked, or more files. */
export class UnreadableZip extends Error {
  constructor(readonly why: 'damaged' | 'tooLarge') {
    super(why)
    this.name = 'UnreadableZip'
  }
}

export type Unzipped = { name: string; bytes: Uint8Array }
type Limits = { files: number; bytes: number }

const END = 0x06054b50
const LINE = 0x02014b50
const LOCAL = 0x04034b50
const END_BYTES = 22
const ENCRYPTED = 0x1
const [STORED, DEFLATED] = [0, 8]

/**
 * The files of a small zip, by its directory. What the directory promises is weighed before anything is unpacked, and
 * nothing unpacks to more than it promised. Throws `UnreadableZip`.
 */
export function unzip(bytes: Uint8Array, limits: Limits): Unzipped[] {
  try {
    return read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits)
  } catch (error) {
    if (error instanceof UnreadableZip) throw error
    // Whatever a reader of bytes trips over: a length beyond the end, a broken stream.
    throw new UnreadableZip('damaged')
  }
}

function read(file: Buffer, limits: Limits): Unzipped[] {
  const lines = directory(file, limits)
  const names = new Set(lines.map(({ name }) => name))
  if (names.size !== lines.length) throw new UnreadableZip('damaged')
  if (lines.reduce((sum, { size }) => sum + size, 0) > limits.bytes) throw new UnreadableZip('tooLarge')
  return lines.map((line) => ({ name: line.name, bytes: unpack(file, line) }))
}

type Line = { name: string; method: number; crc: number; packed: number; size: number; at: number }

function directory(file: Buffer, limits: Limits): Line[] {
  const end = file.length - END_BYTES
  // A comment could follow; our packages have none, and one cut off has no end at all.
  if (end < 0 || file.readUInt32LE(end) !== END) throw new UnreadableZip('damaged')
  const count = file.readUInt16LE(end + 10)
  if (count > limits.files) throw new UnreadableZip('tooLarge')
  let at = file.readUInt32LE(end + 16)
  const lines = Array.from({ length: count }, () => {
    if (file.readUInt32LE(at) !== LINE || (file.readUInt16LE(at + 8) & ENCRYPTED) !== 0)
      throw new UnreadableZip('damaged')
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => file.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ]
    const line: Line = {
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      method: file.readUInt16LE(at + 10),
      crc: file.readUInt32LE(at + 16),
      packed: file.readUInt32LE(at + 20),
      size: file.readUInt32LE(at + 24),
      at: file.readUInt32LE(at + 42),
    }
    at += 46 + nameLength + extra + comment
    return line
  })
  if (at !== end) throw new UnreadableZip('damaged')
  return lines
}

function unpack(file: Buffer, { method, crc, packed, size, at }: Line): Uint8Array {
  if (file.readUInt32LE(at) !== LOCAL) throw new UnreadableZip('damaged')
  const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28)
  const body = file.subarray(start, start + packed)
  if (body.length !== packed || (method !== DEFLATED && method !== STORED)) throw new UnreadableZip('damaged')
  const bytes = method === STORED ? body : inflated(body, size)
  if (bytes.length !== size || crc32(bytes) !== crc) throw new UnreadableZip('damaged')
  return bytes
}

/** Stops as soon as more comes out than was promised. */
function inflated(body: Buffer, size: number): Buffer {
  try {
    return inflateRawSync(body, { maxOutputLength: Math.max(size, 1) })
  } catch (error) {
    const bomb = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
    throw new UnreadableZip(bomb ? 'tooLarge' : 'damaged')
  }
}
