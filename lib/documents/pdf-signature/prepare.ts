import { createHash } from 'node:crypto'
import { PDFArray, type PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFSignature, PDFString } from 'pdf-lib'
import { embedFaces } from '../print/faces'
import { AGENCY_FIELD, APPROVER_FIELD } from '../signature-field'
import { appearance } from './appearance'

/** The room left for the signature: from its `<` to the byte after its `>`. */
export type Gap = { start: number; end: number }

/** A file waiting for a signature: `digest` is the SHA-256 of everything but the gap, `sha256` that of the file as it stands, in hex. */
export type Prepared = { prepared: Uint8Array; gap: Gap; digest: Uint8Array; sha256: string }

/** Bytes kept for the CMS. With two intermediates and a time stamp it needs about half. */
const ROOM = 16384

const HOLDER = '/**********'
const RANGE_HOLDER = `[ 0 ${HOLDER} ${HOLDER} ${HOLDER} ]`

export type ToSign = {
  reason: string
  at: Date
  signerName: string
  field?: string
  /** What `fitPicture` made, to stand where one signs. */
  picture?: Uint8Array | null
}

/**
 * Fills the empty signature field of one of our own PDFs in a revision of its own, the earlier bytes untouched, and leaves a gap.
 * `at` is what the file will claim as the time of signing. Throws when there is no such empty field.
 */
export async function prepareSignature(
  pdf: Uint8Array,
  { reason, at, signerName, field = APPROVER_FIELD, picture: png = null }: ToSign,
): Promise<Prepared> {
  const document = await PDFDocument.load(pdf, { forIncrementalUpdate: true, updateMetadata: false })
  const { context } = document
  const widget = emptyField(document, field)
  const signature = context.obj({ Type: 'Sig', Filter: 'Adobe.PPKLite', SubFilter: 'ETSI.CAdES.detached' })
  signature.set(PDFName.of('ByteRange'), rangeHolder(document))
  signature.set(PDFName.of('Contents'), PDFHexString.of('0'.repeat(ROOM * 2)))
  signature.set(PDFName.of('M'), PDFString.fromDate(at))
  signature.set(PDFName.of('Name'), PDFHexString.fromText(signerName))
  signature.set(PDFName.of('Reason'), PDFHexString.fromText(reason))
  const { regular } = await embedFaces(document, ['regular'])
  const image = png ? await document.embedPng(png) : null
  await image?.embed()
  const picture = context.register(
    appearance(context, widget.lookup(PDFName.of('Rect'), PDFArray), regular, {
      at,
      signerName,
      isSeal: field === AGENCY_FIELD,
      picture: image,
    }),
  )
  widget.set(PDFName.of('V'), context.register(signature))
  widget.set(PDFName.of('AP'), context.obj({ N: picture }))
  return measured(
    Buffer.from(await document.commit({ useObjectStreams: false, objectsPerTick: Number.POSITIVE_INFINITY })),
  )
}

function emptyField(document: PDFDocument, name: string): PDFDict {
  const field = document.getForm().getFieldMaybe(name)
  if (!(field instanceof PDFSignature)) throw new RangeError(`No signature field ${name}`)
  const { dict } = field.acroField
  if (dict.has(PDFName.of('V'))) throw new RangeError(`${name} is signed already`)
  return dict
}

function rangeHolder({ context }: PDFDocument) {
  const range = PDFArray.withContext(context)
  range.push(PDFNumber.of(0))
  for (let index = 0; index < 3; index++) range.push(PDFName.of(HOLDER.slice(1)))
  return range
}

/** Writes the real byte range over its holder, which has room for it, and hashes what it covers. */
function measured(file: Buffer): Prepared {
  const start = file.lastIndexOf(`<${'0'.repeat(64)}`)
  const end = start + ROOM * 2 + 2
  const holder = file.lastIndexOf(RANGE_HOLDER)
  if (start < 0 || holder < 0) throw new Error('The gap was not written as expected')
  file.write(`[ 0 ${start} ${end} ${file.length - end} ]`.padEnd(RANGE_HOLDER.length), holder, 'latin1')
  const digest = createHash('sha256').update(file.subarray(0, start)).update(file.subarray(end)).digest()
  const sha256 = createHash('sha256').update(file).digest('hex')
  return { prepared: new Uint8Array(file), gap: { start, end }, digest: new Uint8Array(digest), sha256 }
}
