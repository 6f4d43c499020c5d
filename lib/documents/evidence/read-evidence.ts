import { type EvidenceKind, MOST_EVIDENCE_BYTES, UnfitEvidence } from '@/lib/domain/evidence/evidence-fault'
import { cleanJpeg } from './jpeg'
import { readEvidencePdf } from './pdf'
import { cleanPng } from './png'

/** A paper fit to be kept: of a picture without what the camera wrote into it. */
export type ReadEvidence = {
  kind: EvidenceKind
  bytes: Uint8Array
  /** Of a PDF. */
  pages: number | null
  /** Of a picture, in pixels as it is shown. */
  size: { width: number; height: number } | null
}

/**
 * Judges a file by its first bytes and reads it to its end. Throws `UnfitEvidence`. A picture loses its EXIF, IPTC and
 * comments (where it was taken, with what): the turn of the camera alone is kept. A PDF is kept to the byte: it may be signed.
 */
export async function readEvidence(bytes: Uint8Array, fileName: string): Promise<ReadEvidence> {
  if (bytes.length === 0) throw new UnfitEvidence('evidenceEmpty')
  if (bytes.length > MOST_EVIDENCE_BYTES) throw new UnfitEvidence('evidenceTooLarge')
  const kind = kindOf(bytes)
  if (kind === null) throw new UnfitEvidence('evidenceKindUnknown')
  requireNamedSo(fileName, kind)
  if (kind === 'pdf') return { kind, bytes, pages: await readEvidencePdf(bytes), size: null }
  return { kind, pages: null, ...(kind === 'jpeg' ? cleanJpeg(bytes) : cleanPng(bytes)) }
}

const MAGIC: readonly [EvidenceKind, readonly number[]][] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
]

const kindOf = (bytes: Uint8Array): EvidenceKind | null =>
  MAGIC.find(([, magic]) => magic.every((byte, at) => bytes[at] === byte))?.[0] ?? null

const ENDINGS: Record<EvidenceKind, readonly string[]> = { pdf: ['pdf'], jpeg: ['jpg', 'jpeg', 'jfif'], png: ['png'] }

/** A picture named .pdf is not what it says: whoever sent it learns that, before anybody trusts the name. */
function requireNamedSo(fileName: string, is: EvidenceKind) {
  const said = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  if (!ENDINGS[is].includes(said)) throw new UnfitEvidence('evidenceMisnamed', { said: said.slice(0, 10), is })
}
