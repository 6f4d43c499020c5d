import { createInflateRaw, inflateRawSync } from 'node:zlib'
import { UnreadableSheet } from '../sheet-fault'

type Entry = { name: string; method: number; packed: number; unpacked: number; offset: number }

const EMPTY_COMMENT = 22
/** A sheet of real cells packs 10 to 60 times; what packs far more is nothing but a trick. */
const MOST_TIMES = 200
const SMALL = 20_000_000

/** The files of a zip, read by its directory; nothing is unpacked before it is asked for. */
export class ZipDirectory {
  readonly #entries = new Map<string, Entry>()

  /** Throws `UnreadableSheet`: not a zip, damaged, protected, or more than `most` bytes when unpacked. */
  constructor(
    private readonly bytes: Buffer,
    most: number,
  ) {
    for (const entry of entriesOf(bytes)) this.#entries.set(entry.name, entry)
    const all = [...this.#entries.values()]
    const bomb = all.some(({ unpacked, packed }) => unpacked > SMALL && unpacked > packed * MOST_TIMES)
    if (bomb || all.reduce((sum, { unpacked }) => sum + unpacked, 0) > most) throw new UnreadableSheet('tooLarge')
  }

  has(name: string): boolean {
    return this.#entries.has(name)
  }

  /** A small file whole; null where there is none. */
  text(name: string): string | null {
    const entry = this.#entries.get(name)
    if (!entry) return null
    const body = this.#bodyOf(entry)
    try {
      const whole = entry.method === 0 ? body : inflateRawSync(body, { maxOutputLength: Math.max(entry.unpacked, 1) })
      return whole.toString('utf8')
    } catch (error) {
      throw new UnreadableSheet('damaged', { cause: error })
    }
  }

  /** A file piece by piece; never more than its directory says. Throws in the middle where it is damaged. */
  async *pieces(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name)
    if (!entry) throw new UnreadableSheet('damaged')
    const body = this.#bodyOf(entry)
    if (entry.method === 0) return yield body
    const inflate = createInflateRaw({ chunkSize: 262_144 })
    inflate.end(body)
    let given = 0
    try {
      for await (const piece of inflate) {
        given += piece.length
        if (given > entry.unpacked) throw new UnreadableSheet('tooLarge')
        yield piece
      }
    } catch (error) {
      throw error instanceof UnreadableSheet ? error : new UnreadableSheet('damaged', { cause: error })
    }
  }

  #bodyOf({ offset, packed, method }: Entry): Buffer {
    const { bytes } = this
    if (method !== 0 && method !== 8) throw new UnreadableSheet('damaged')
    if (offset + 30 > bytes.length) throw new UnreadableSheet('damaged')
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
    if (start + packed > bytes.length) throw new UnreadableSheet('damaged')
    return bytes.subarray(start, start + packed)
  }
}

function entriesOf(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + EMPTY_COMMENT > bytes.length) throw new UnreadableSheet('damaged')
  const entries: Entry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw new UnreadableSheet('damaged')
    if ((bytes.readUInt16LE(at + 8) & 1) !== 0) throw new UnreadableSheet('protected')
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
    entries.push({
      name: bytes.toString('utf8', at + 46, nameEnd),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    })
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}
