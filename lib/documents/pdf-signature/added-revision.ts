import {
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from 'pdf-lib'

/** What may differ in an object that was there before, once somebody has signed. */
const FIELD_MAY = ['V', 'AP', 'AS', 'M', 'MK', 'BS', 'DA', 'F']
const CATALOG_MAY = ['AcroForm', 'Extensions', 'Version']
const FORM_MAY = ['Fields', 'SigFlags', 'DR', 'DA']
const WIDGET_MAY = ['Type', 'Subtype', 'FT', 'T', 'Rect', 'P', 'Ff', 'Q', 'Parent', ...FIELD_MAY]
/** Of a page, the largest a box for a signature may be. */
const LARGEST_BOX = 1 / 4

/**
 * Whether a tool that was given `prepared` only signed: in what it appended one signature field is filled or added, with its picture,
 * and no page, attachment or other object is touched. Both files are plain, and the second begins with the first.
 */
export async function onlySigned(prepared: Uint8Array, returned: Uint8Array): Promise<boolean> {
  const options = { throwOnInvalidObject: true, updateMetadata: false, parseSpeed: ParseSpeeds.Fastest }
  const [before, after] = await Promise.all([PDFDocument.load(prepared, options), PDFDocument.load(returned, options)])
  const { Root: root } = before.context.trailerInfo
  if (!(root instanceof PDFRef) || after.context.trailerInfo.Root !== root) return false
  const fields = new Set(fieldsOf(before).map(String))
  const added = fieldsOf(after).filter((ref) => !fields.has(String(ref)))
  if (added.length > 1 || !added.every((ref) => isSignatureBox(after, ref))) return false
  const form = before.catalog.get(PDFName.of('AcroForm'))
  const info = before.context.trailerInfo.Info
  return before.context.enumerateIndirectObjects().every(([ref, old]) => {
    const now = after.context.lookup(ref)
    if (!now) return false
    if (ref === info) return true
    if (ref === root) return sameBut(old, now, CATALOG_MAY) && sameForm(before, after)
    if (ref === form) return true
    if (fields.has(String(ref))) return sameBut(old, now, FIELD_MAY)
    return isPage(old) ? sameBut(old, now, ['Annots']) && sameNotes(old, now, added) : written(old) === written(now)
  })
}

function fieldsOf(document: PDFDocument): PDFRef[] {
  const list = document.catalog.getAcroForm()?.dict.lookupMaybe(PDFName.of('Fields'), PDFArray)
  return list?.asArray().filter((one) => one instanceof PDFRef) ?? []
}

const isPage = (object: PDFObject) => object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('Page')

/** A new field is a box for a signature: of modest size, and nothing happens when it is touched. */
function isSignatureBox(document: PDFDocument, ref: PDFRef): boolean {
  const box = document.context.lookup(ref)
  if (!(box instanceof PDFDict) || box.get(PDFName.of('FT')) !== PDFName.of('Sig')) return false
  if (!box.keys().every((key) => WIDGET_MAY.includes(key.decodeText()))) return false
  const sides = box
    .lookupMaybe(PDFName.of('Rect'), PDFArray)
    ?.asArray()
    .map((side) => (side instanceof PDFNumber ? side.asNumber() : Number.NaN))
  const [left = 0, bottom = 0, right = 0, top = 0] = sides ?? []
  const { width, height } = document.getPage(0).getSize()
  return Math.abs((right - left) * (top - bottom)) <= width * height * LARGEST_BOX
}

/** The form keeps its fields in their order; at most the new one follows. */
function sameForm(before: PDFDocument, after: PDFDocument): boolean {
  const [old, now] = [before.catalog.getAcroForm()?.dict, after.catalog.getAcroForm()?.dict]
  if (!old || !now) return old === now
  const kept = fieldsOf(before).every((ref, index) => fieldsOf(after)[index] === ref)
  return kept && sameBut(old, now, FORM_MAY)
}

/** The notes on a page are those it had, and at most the new box. */
function sameNotes(old: PDFObject, now: PDFObject, added: PDFRef[]): boolean {
  const [notes, later] = [notesOf(old), notesOf(now)]
  const more = later.slice(notes.length)
  return (
    notes.every((note, index) => later[index] === note) &&
    more.every((note) => added.some((ref) => String(ref) === note))
  )
}

function notesOf(page: PDFObject): string[] {
  const list = page instanceof PDFDict ? page.lookupMaybe(PDFName.of('Annots'), PDFArray) : undefined
  return list?.asArray().map(String) ?? []
}

/** The same entries, but for those of these names. */
function sameBut(old: PDFObject, now: PDFObject, names: string[]): boolean {
  if (!(old instanceof PDFDict) || !(now instanceof PDFDict)) return false
  const keys = new Set([...old.keys(), ...now.keys()].map((key) => key.decodeText()))
  return [...keys].every((key) => names.includes(key) || entry(old, key) === entry(now, key))
}

const entry = (dictionary: PDFDict, key: string) => String(dictionary.get(PDFName.of(key)))

const written = (object: PDFObject) =>
  object instanceof PDFRawStream ? `${object.dict}${Buffer.from(object.contents).toString('latin1')}` : String(object)
