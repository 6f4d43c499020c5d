import { constants, crc32, deflateRawSync } from 'node:zlib'
import { joinedCrc } from './joined-crc'

/** A file as it is, or as a `Packing` made it piece by piece. */
export type ZipEntry = { name: string } & ({ bytes: Uint8Array } | { packed: Packed })

/** A file, or a piece of one, already deflated: with length and checksum of what it unpacks to. */
export type Packed = { crc: number; length: number; body: readonly Uint8Array[] }

/** A piece of a file, deflated by itself: pieces one behind the other are one stream. */
export const packPiece = (bytes: Uint8Array): Packed => ({
  crc: crc32(bytes),
  length: bytes.length,
  body: [deflateRawSync(bytes, { level: 5, finishFlush: constants.Z_SYNC_FLUSH })],
})

/** The file of these pieces, in order. */
export const joinPieces = (pieces: readonly Packed[]): Packed =>
  pieces.reduce(
    (all, { crc, length, body }) => ({
      crc: joinedCrc(all.crc, crc, length),
      length: all.length + length,
      body: [...all.body, ...body],
    }),
    { crc: 0, length: 0, body: [] },
  )

/** An empty last block: says that nothing follows. */
const NO_MORE = Buffer.from([0x03, 0x00])

/** Packs files into a zip, deflated, in order. Nothing of the clock goes in: the same files give the same bytes. */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const packing = new ZipParts()
  const bodies = entries.map((entry) => packing.add(entry))
  return Buffer.concat([...bodies, ...packing.close()])
}

/** Where a zip in parts stands: bytes given out so far, and the lines of its directory. */
export type ZipSoFar = { offset: number; count: number; directory: Uint8Array }

/** A zip too large to be held whole: give out what `add` returns, then what `close` returns. */
export class ZipParts {
  #offset: number
  #count: number
  #directory: Uint8Array[]

  /** Goes on where another packing stood. */
  constructor({ offset, count, directory }: ZipSoFar = { offset: 0, count: 0, directory: Buffer.alloc(0) }) {
    this.#offset = offset
    this.#count = count
    this.#directory = [directory]
  }

  add(entry: ZipEntry): Buffer {
    const packed = pack(entry)
    const bytes = Buffer.concat([LOCAL, packed.fields, packed.lengths, packed.name, packed.body])
    this.#directory.push(
      Buffer.concat([CENTRAL, packed.fields, packed.lengths, centralTail(this.#offset), packed.name]),
    )
    this.#offset += bytes.length
    this.#count += 1
    // Beyond these the format needs other records, which older readers do not know.
    if (this.#offset > 0xffffffff || this.#count > 0xffff) throw new RangeError('Too much for one zip')
    return bytes
  }

  get soFar(): ZipSoFar {
    return { offset: this.#offset, count: this.#count, directory: Buffer.concat(this.#directory) }
  }

  close(): Buffer[] {
    const list = Buffer.concat(this.#directory)
    return [list, end(this.#count, list.length, this.#offset)]
  }
}

const LOCAL = Buffer.from([0x50, 0x4b, 0x03, 0x04])
/** Made by version 2.0, of MS-DOS: no rights, no owner. */
const CENTRAL = Buffer.from([0x50, 0x4b, 0x01, 0x02, 20, 0])
const DEFLATED = 8
const NAMES_IN_UTF8 = 0x0800
/** 01/01/1980, the first day the format knows. */
const FIRST_DAY = 0x21

function pack(entry: ZipEntry) {
  const { name } = entry
  const { body, crc, length } =
    'packed' in entry
      ? { ...entry.packed, body: Buffer.concat([...entry.packed.body, NO_MORE]) }
      : { body: deflateRawSync(entry.bytes), crc: crc32(entry.bytes), length: entry.bytes.length }
  const fields = Buffer.alloc(10)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(NAMES_IN_UTF8, 2)
  fields.writeUInt16LE(DEFLATED, 4)
  fields.writeUInt16LE(FIRST_DAY, 8)
  const named = Buffer.from(name, 'utf8')
  const lengths = Buffer.alloc(16)
  lengths.writeUInt32LE(crc, 0)
  lengths.writeUInt32LE(body.length, 4)
  lengths.writeUInt32LE(length, 8)
  lengths.writeUInt16LE(named.length, 12)
  return { body, fields, lengths, name: named }
}

function centralTail(offset: number) {
  const tail = Buffer.alloc(14)
  tail.writeUInt32LE(offset, 10)
  return tail
}

function end(count: number, length: number, offset: number) {
  const record = Buffer.alloc(22)
  record.writeUInt32LE(0x06054b50, 0)
  record.writeUInt16LE(count, 8)
  record.writeUInt16LE(count, 10)
  record.writeUInt32LE(length, 12)
  record.writeUInt32LE(offset, 16)
  return record
}
