import {
  EncryptedPDFError,
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
} from 'pdf-lib'
import { UnfitEvidence } from '@/lib/domain/evidence/evidence-fault'
import { requireModestStreams } from './pdf-streams'

const TAIL_BYTES = 2_048
const HEAD_BYTES = 1_024

/**
 * The number of pages of a PDF that is whole. Throws `UnfitEvidence` for one that breaks off, is locked, runs scripts or
 * carries other files: a paper is what can be seen of it.
 */
export async function readEvidencePdf(bytes: Uint8Array): Promise<number> {
  requireEnd(bytes)
  requireModestStreams(bytes)
  const document = await opened(bytes)
  for (const [, object] of document.context.enumerateIndirectObjects()) judge(object)
  const pages = pagesOf(document)
  if (pages === 0) throw new UnfitEvidence('evidenceDamaged')
  return pages
}

/** What was cut off has no end; a file made for the web also says at its head how long it is. */
function requireEnd(bytes: Uint8Array) {
  const tail = text(bytes.subarray(Math.max(0, bytes.length - TAIL_BYTES)))
  if (!/startxref\s+\d+\s+%%EOF/.test(tail)) throw new UnfitEvidence('evidenceTruncated')
  const head = text(bytes.subarray(0, HEAD_BYTES))
  const length = /\/Linearized[\s\S]*?\/L\s+(\d+)/.exec(head)?.[1]
  if (length !== undefined && Number(length) > bytes.length) throw new UnfitEvidence('evidenceTruncated')
}

async function opened(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(bytes, {
      throwOnInvalidObject: true,
      updateMetadata: false,
      parseSpeed: ParseSpeeds.Medium,
    })
  } catch (error) {
    throw new UnfitEvidence(error instanceof EncryptedPDFError ? 'evidencePassword' : 'evidenceDamaged')
  }
}

function pagesOf(document: PDFDocument): number {
  try {
    return document.getPageCount()
  } catch {
    throw new UnfitEvidence('evidenceDamaged')
  }
}

/** Keys and kinds of action that do something when the paper is opened (ISO 32000-1, 12.6.4), or programs in a form. */
const SCRIPTS: ReadonlySet<string> = new Set(['JS', 'JavaScript', 'Launch', 'XFA', 'RichMedia', 'ImportData'])
/** Files within the file. */
const INSIDE: ReadonlySet<string> = new Set(['EmbeddedFile', 'EmbeddedFiles', 'Filespec'])

function judge(object: PDFObject): void {
  if (object instanceof PDFRawStream) judge(object.dict)
  else if (object instanceof PDFArray) for (const one of object.asArray()) judge(one)
  else if (object instanceof PDFName) judgeName(object)
  else if (object instanceof PDFDict)
    for (const [key, value] of object.entries()) {
      judgeName(key)
      judge(value)
    }
}

function judgeName(name: PDFName): void {
  const said = name.decodeText()
  if (SCRIPTS.has(said)) throw new UnfitEvidence('evidenceScript')
  if (INSIDE.has(said)) throw new UnfitEvidence('evidenceInside')
}

const text = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
