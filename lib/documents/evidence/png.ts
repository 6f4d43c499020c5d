import { crc32 } from 'node:zlib'
import { UnfitEvidence } from '@/lib/domain/evidence/evidence-fault'
import { requireModest } from './picture-size'

const SIGNATURE_BYTES = 8
/** What a program or a camera writes beside the picture (ISO/IEC 15948): words, time, EXIF. */
const NOTES: ReadonlySet<string> = new Set(['tEXt', 'zTXt', 'iTXt', 'tIME', 'eXIf'])

/** A PNG walked chunk by chunk, each by its checksum. Throws `UnfitEvidence` where it breaks off or was changed. */
export function cleanPng(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = [bytes.subarray(0, SIGNATURE_BYTES)]
  let size: { width: number; height: number } | null = null
  let hasPicture = false
  for (let at = SIGNATURE_BYTES; ; ) {
    if (at + 12 > bytes.length) throw new UnfitEvidence('evidenceTruncated')
    const length = view.getUint32(at)
    const end = at + 12 + length
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (!/^[A-Za-z]{4}$/.test(name)) throw new UnfitEvidence('evidenceDamaged')
    if (end > bytes.length) throw new UnfitEvidence('evidenceTruncated')
    if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) throw new UnfitEvidence('evidenceDamaged')
    if (size === null) {
      if (name !== 'IHDR' || length !== 13) throw new UnfitEvidence('evidenceDamaged')
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
      requireModest(size)
    }
    hasPicture ||= name === 'IDAT'
    if (!NOTES.has(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IEND') break
    at = end
  }
  if (!hasPicture) throw new UnfitEvidence('evidenceDamaged')
  return { bytes: new Uint8Array(Buffer.concat(kept)), size }
}
