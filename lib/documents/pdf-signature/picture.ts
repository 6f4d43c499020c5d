import { inflateSync } from 'node:zlib'
import { PDFDocument } from 'pdf-lib'
import { cleanPng } from '../evidence/png'

/** Larger than any signature or seal is printed, at 600 dots an inch. */
const MOST_PIXELS_A_SIDE = 1_600
export const MOST_PICTURE_BYTES = 500_000
/** What the picture itself is made of (ISO/IEC 15948); profiles and whatever else may be packed stay out. */
const PARTS = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']
const HEAD = 8

/** The PNG as it may stand in a signature: its picture alone. Null for one that is none, is too large or cannot be unpacked. */
export async function fitPicture(bytes: Uint8Array): Promise<Uint8Array | null> {
  if (bytes.length > MOST_PICTURE_BYTES || !Buffer.from(bytes.subarray(1, 4)).equals(Buffer.from('PNG'))) return null
  try {
    const { bytes: clean, size } = cleanPng(bytes)
    if (!size || size.width > MOST_PIXELS_A_SIDE || size.height > MOST_PIXELS_A_SIDE) return null
    const chunks = chunksOf(Buffer.from(clean)).filter(({ name }) => PARTS.includes(name))
    const packed = chunks.filter(({ name }) => name === 'IDAT').map(({ whole }) => whole.subarray(8, -4))
    // At most eight bytes a point and one a line, twice for pictures in passes.
    inflateSync(Buffer.concat(packed), { maxOutputLength: (size.width * 8 + 1) * size.height * 2 })
    const picture = new Uint8Array(Buffer.concat([clean.subarray(0, HEAD), ...chunks.map(({ whole }) => whole)]))
    await (await PDFDocument.create()).embedPng(picture)
    return picture
  } catch {
    return null
  }
}

function chunksOf(png: Buffer): { name: string; whole: Buffer }[] {
  const chunks = []
  for (let at = HEAD; at < png.length; ) {
    const end = at + 12 + png.readUInt32BE(at)
    chunks.push({ name: png.toString('latin1', at + 4, at + 8), whole: png.subarray(at, end) })
    at = end
  }
  return chunks
}
