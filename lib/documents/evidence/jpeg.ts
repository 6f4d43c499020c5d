import { UnfitEvidence } from '@/lib/domain/evidence/evidence-fault'
import { requireModest } from './picture-size'

const [SOI, EOI, SOS, APP0, APP1, APP2, APP14, APP15, COM] = [0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xee, 0xef, 0xfe]

/**
 * A JPEG walked from its first marker to its last (ITU-T T.81, Annex B). Kept are the picture, its colours (JFIF, ICC,
 * Adobe) and which way up it is; what phones append after the end goes. Throws `UnfitEvidence` where it breaks off.
 */
export function cleanJpeg(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = []
  let size: { width: number; height: number } | null = null
  let turn = 1
  let scans = 0
  let at = 2
  for (;;) {
    // Any number of filling bytes may stand before a marker.
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1
    const marker = markerAt(bytes, at)
    if (marker === EOI) break
    const end = at + 2 + lengthAt(view, at + 2)
    if (end > bytes.length) throw new UnfitEvidence('evidenceTruncated')
    if (marker === APP1) turn = turnIn(bytes.subarray(at + 4, end)) ?? turn
    else if (!isNote(marker, bytes.subarray(at + 4, at + 8))) kept.push(bytes.subarray(at, end))
    if (isFrame(marker)) {
      if (end - at < 9) throw new UnfitEvidence('evidenceDamaged')
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    }
    at = end
    if (marker === SOS) {
      const picture = endOfScan(bytes, at)
      kept.push(bytes.subarray(at, picture))
      at = picture
      scans += 1
    }
  }
  if (size === null || scans === 0) throw new UnfitEvidence('evidenceDamaged')
  requireModest(size)
  const start = Uint8Array.of(0xff, SOI, ...(turn === 1 ? [] : turned(turn)))
  return {
    bytes: new Uint8Array(Buffer.concat([start, ...kept, Uint8Array.of(0xff, EOI)])),
    size: turn >= 5 ? { width: size.height, height: size.width } : size,
  }
}

function markerAt(bytes: Uint8Array, at: number): number {
  if (at + 2 > bytes.length) throw new UnfitEvidence('evidenceTruncated')
  const marker = bytes[at + 1] ?? 0
  if (bytes[at] !== 0xff || marker < 0xc0 || marker === 0xff) throw new UnfitEvidence('evidenceDamaged')
  return marker
}

function lengthAt(view: DataView, at: number): number {
  if (at + 2 > view.byteLength) throw new UnfitEvidence('evidenceTruncated')
  const length = view.getUint16(at)
  if (length < 2) throw new UnfitEvidence('evidenceDamaged')
  return length
}

/** SOF0–SOF15 without DHT, JPG and DAC, which lie between them. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

const ICC = [0x49, 0x43, 0x43, 0x5f]

/** What programs and cameras write beside the picture: everything of theirs but the frame, the profile and the colour model. */
function isNote(marker: number, name: Uint8Array): boolean {
  if (marker === APP2) return !ICC.every((byte, at) => name[at] === byte)
  return marker === COM || (marker > APP0 && marker <= APP15 && marker !== APP14)
}

/** The next marker that is none of the restarts within the picture. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next === undefined) break
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  throw new UnfitEvidence('evidenceTruncated')
}

const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0]
const ORIENTATION = 0x0112

/** Which way the camera was held, of an EXIF segment; null where it says nothing to be trusted. */
function turnIn(segment: Uint8Array): number | null {
  if (!EXIF.every((byte, at) => segment[at] === byte) || segment.length < 14) return null
  const view = new DataView(segment.buffer, segment.byteOffset + 6, segment.length - 6)
  const little = view.getUint16(0) === 0x4949
  const directory = view.getUint32(4, little)
  if (directory + 2 > view.byteLength) return null
  for (let entry = 0; entry < view.getUint16(directory, little); entry += 1) {
    const at = directory + 2 + entry * 12
    if (at + 12 > view.byteLength) return null
    if (view.getUint16(at, little) !== ORIENTATION) continue
    const turn = view.getUint16(at + 8, little)
    return turn >= 1 && turn <= 8 ? turn : null
  }
  return null
}

/** An EXIF segment that says the turn and nothing else. */
const turned = (turn: number) => [
  ...[0xff, APP1, 0, 34, ...EXIF, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
  ...[0, 1, ORIENTATION >> 8, ORIENTATION & 0xff, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0],
]
