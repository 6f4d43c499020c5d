import { inflateSync } from 'node:zlib'
import {
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
} from 'pdf-lib'
import { MANIFEST_NAME } from '../manifest'
import { tablesAgree } from './cross-references'
import { plainObjects } from './plain-form'

/** A filled signature field. What it lacks is null: a signature may be missing any of its parts. */
export type SignedField = {
  name: string
  subFilter: string | null
  range: number[] | null
  contents: Uint8Array | null
  /** `/M`, the time it claims. */
  claimedAt: Date | null
}

/** What verifying needs of a PDF: its filled signature fields and the attached manifests, null for one that cannot be unpacked. */
export type PdfContents = { fields: SignedField[]; manifests: (Uint8Array | null)[] }

const MANIFEST_LIMIT = 16 * 1024 * 1024

/** What keeps a file from being read safely; null for a plain one. */
export function formFault(bytes: Uint8Array): 'notReadable' | 'compressedObjects' | null {
  const text = Buffer.from(bytes).toString('latin1')
  if (!text.startsWith('%PDF-')) return 'notReadable'
  if (hidesObjects(bytes)) return 'compressedObjects'
  return plainObjects(text) ? null : 'notReadable'
}

/** Whether every program finds the same objects in a plain file. */
export function isUnambiguous(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('latin1')
  const places = plainObjects(text)
  return places !== null && tablesAgree(text, places)
}

/** Reads a PDF; null when it cannot be read. */
export async function readPdf(bytes: Uint8Array): Promise<PdfContents | null> {
  if (formFault(bytes)) return null
  try {
    const options = { throwOnInvalidObject: true, updateMetadata: false, parseSpeed: ParseSpeeds.Fastest }
    const document = await PDFDocument.load(bytes, options)
    return { fields: signedFields(document), manifests: manifestsOf(document) }
  } catch {
    return null
  }
}

/** Our files have no compressed objects: in them a signature could be hidden from the search for byte ranges, or a bomb laid. */
const hidesObjects = (bytes: Uint8Array) => /\/(ObjStm|XRef|XRefStm)\b/.test(plainNames(bytes))

/** The file as text, in which every way to write the same name is the same. */
export const plainNames = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/#([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))

function signedFields(document: PDFDocument): SignedField[] {
  const fields = document.catalog.getAcroForm()?.getAllFields() ?? []
  return fields.flatMap(([field]) => {
    const value = field.V()
    if (!(value instanceof PDFDict) || !isSignature(value)) return []
    return [{ name: field.getFullyQualifiedName() ?? '', ...partsOf(value) }]
  })
}

const isSignature = (value: PDFDict) =>
  value.has(PDFName.of('ByteRange')) || value.has(PDFName.of('Contents')) || nameAt(value, 'Type') === 'Sig'

function partsOf(value: PDFDict): Omit<SignedField, 'name'> {
  const range = value.lookup(PDFName.of('ByteRange'))
  const contents = value.lookup(PDFName.of('Contents'))
  const at = value.lookup(PDFName.of('M'))
  return {
    subFilter: nameAt(value, 'SubFilter'),
    range: range instanceof PDFArray ? range.asArray().map(numberOf) : null,
    contents: contents instanceof PDFHexString ? contents.asBytes() : null,
    claimedAt: at instanceof PDFString ? dateOf(at) : null,
  }
}

const numberOf = (entry: unknown) => (entry instanceof PDFNumber ? entry.asNumber() : Number.NaN)

function nameAt(dictionary: PDFDict, key: string) {
  const name = dictionary.lookup(PDFName.of(key))
  return name instanceof PDFName ? name.decodeText() : null
}

function dateOf(text: PDFString) {
  try {
    return text.decodeDate()
  } catch {
    return null
  }
}

/** Every file attached under the name of the manifest: a second one would leave open which was meant. */
function manifestsOf(document: PDFDocument): (Uint8Array | null)[] {
  const names = document.catalog.lookupMaybe(PDFName.of('Names'), PDFDict)
  const files = names?.lookupMaybe(PDFName.of('EmbeddedFiles'), PDFDict)
  const entries = files?.lookupMaybe(PDFName.of('Names'), PDFArray)
  return Array.from({ length: (entries?.size() ?? 0) / 2 }, (_, pair) => entries?.lookup(pair * 2 + 1, PDFDict))
    .filter((specification) => specification !== undefined)
    .filter((specification) => fileName(specification) === MANIFEST_NAME)
    .map(fileBytes)
}

function fileName(specification: PDFDict) {
  const name = specification.lookup(PDFName.of('UF')) ?? specification.lookup(PDFName.of('F'))
  return name instanceof PDFString || name instanceof PDFHexString ? name.decodeText() : null
}

function fileBytes(specification: PDFDict): Uint8Array | null {
  const stream = specification.lookupMaybe(PDFName.of('EF'), PDFDict)?.lookup(PDFName.of('F'))
  if (!(stream instanceof PDFRawStream)) return null
  if (!stream.dict.has(PDFName.of('Filter'))) return stream.contents
  if (nameAt(stream.dict, 'Filter') !== 'FlateDecode') return null
  try {
    return inflateSync(stream.contents, { maxOutputLength: MANIFEST_LIMIT })
  } catch {
    return null
  }
}
