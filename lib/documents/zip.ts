import { crc32, deflateRawSync } from 'node:zlib'

export type ZipEntry = { name: string; bytes: Uint8Array }

/** Packs files into a zip, deflated, in order. Nothing of the clock goes in: the same files give the same bytes. */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const packed = pack(entry)
    const local = Buffer.concat([LOCAL, packed.fields, packed.lengths, packed.name])
    directory.push(Buffer.concat([CENTRAL, packed.fields, packed.lengths, centralTail(offset), packed.name]))
    parts.push(local, packed.body)
    offset += local.length + packed.body.length
  }
  const list = Buffer.concat(directory)
  return Buffer.concat([...parts, list, end(entries.length, list.length, offset)])
}

const LOCAL = Buffer.from([0x50, 0x4b, 0x03, 0x04])
/** Made by version 2.0, of MS-DOS: no rights, no owner. */
const CENTRAL = Buffer.from([0x50, 0x4b, 0x01, 0x02, 20, 0])
const DEFLATED = 8
const NAMES_IN_UTF8 = 0x0800
/** 01/01/1980, the first day the format knows. */
const FIRST_DAY = 0x21

function pack({ name, bytes }: ZipEntry) {
  const body = deflateRawSync(bytes)
  const fields = Buffer.alloc(10)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(NAMES_IN_UTF8, 2)
  fields.writeUInt16LE(DEFLATED, 4)
  fields.writeUInt16LE(FIRST_DAY, 8)
  const named = Buffer.from(name, 'utf8')
  const lengths = Buffer.alloc(16)
  lengths.writeUInt32LE(crc32(bytes), 0)
  lengths.writeUInt32LE(body.length, 4)
  lengths.writeUInt32LE(bytes.length, 8)
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
