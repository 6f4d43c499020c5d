import { inflateSync } from 'node:zlib'
import { UnfitEvidence } from '@/lib/domain/evidence/evidence-fault'

/** Objects of a PDF, unpacked: what Word makes of a hundred pages is a tenth of it. */
const MOST_UNPACKED = 24_000_000

/**
 * Refuses a PDF whose packed objects would unpack to more than a paper has. They are all a reader unpacks to open it, and
 * they are looked for wherever one could stand, so that none is unpacked later that was not measured here.
 */
export function requireModestStreams(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let left = MOST_UNPACKED
  let from = 0
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at + 6)) {
    const dictionary = file.subarray(from, at)
    from = at + 6
    const packed = file.subarray(afterLine(file, at + 6))
    const said = names(dictionary)
    if (!/\/(ObjStm|XRef)\b/.test(said)) continue
    left -= unpackedLength(packed, said, left)
  }
}

/** A dictionary is short; what stands before it may be megabytes of picture, in which no letter needs to be read. */
const names = (dictionary: Buffer) =>
  dictionary
    .toString('latin1')
    .replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

const afterLine = (file: Buffer, at: number) => {
  const past = file[at] === 0x0d ? at + 1 : at
  return file[past] === 0x0a ? past + 1 : past
}

function unpackedLength(packed: Buffer, said: string, most: number): number {
  const filters = said.match(
    /\/(Fl|FlateDecode|LZW|LZWDecode|A85|ASCII85Decode|AHx|ASCIIHexDecode|RL|RunLengthDecode)\b/g,
  )
  if (filters === null) return 0
  // One packing is what every program writes; several of them are how little becomes much.
  if (filters.length > 1 || !filters[0]?.startsWith('/Fl')) throw new UnfitEvidence('evidenceDamaged')
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(most, 1) }).length
  } catch {
    throw new UnfitEvidence('evidenceDamaged')
  }
}
