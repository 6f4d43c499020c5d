import {
  beginText,
  endText,
  moveText,
  PDFArray,
  type PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  setFontAndSize,
  setGraphicsState,
  setTextMatrix,
  showText,
} from 'pdf-lib'
import type { Face } from '../print/faces'
import { PAGE } from '../print/sheet'
import type { Rectangle } from '../signature-field'

/** Printed and locked, as the signature fields are; nobody types in them. */
const PRINT_LOCKED = 132
const READ_ONLY = 1

/**
 * Fields that are empty, or only a mark, when the competent person signs and are filled by the agency's revision: a document gets its
 * number and day when it is issued (Nghị định 30/2020, Điều 15), and is a draft until then.
 */
export const NUMBER_FIELD = 'SoVanBan'
export const DAY_FIELD = 'NgayBanHanh'
const DRAFT_FIELD = 'BanNhap'

function addField(document: PDFDocument, page: PDFPage, name: string, { x, y, width, height }: Rectangle): PDFDict {
  const { context } = document
  const widget = context.obj({
    ...{ Type: 'Annot', Subtype: 'Widget', FT: 'Tx', Ff: READ_ONLY, F: PRINT_LOCKED },
    T: PDFHexString.fromText(name),
    Rect: [x, y, x + width, y + height],
    P: page.ref,
    AP: {
      N: context.register(context.flateStream('', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height] })),
    },
  })
  const ref = context.register(widget)
  page.node.addAnnot(ref)
  document.catalog.getOrCreateAcroForm().addField(ref)
  return widget
}

/** An empty line that the agency fills. */
export const addLateField = (document: PDFDocument, page: PDFPage, name: string, rectangle: Rectangle): void => {
  addField(document, page, name, rectangle)
}

const MARK = 'BẢN NHÁP'
const MARK_SIZE = 104
const MARK_ANGLE = (54 * Math.PI) / 180

/** Across every page, until the agency has sealed it: pale enough to read the words under it. */
export function addDraftMarks(document: PDFDocument, face: Face) {
  const { context } = document
  const [cos, sin] = [Math.cos(MARK_ANGLE), Math.sin(MARK_ANGLE)]
  const along = face.width(MARK, MARK_SIZE) / 2
  const above = MARK_SIZE / 3
  const pale = PDFName.of('Pale')
  const operators = [
    pushGraphicsState(),
    setGraphicsState(pale),
    beginText(),
    setFontAndSize(PDFName.of(face.name), MARK_SIZE),
    setTextMatrix(
      ...[cos, sin, -sin, cos],
      ...[PAGE.width / 2 - along * cos + above * sin, PAGE.height / 2 - along * sin - above * cos],
    ),
    showText(face.encode(MARK)),
    endText(),
    popGraphicsState(),
  ]
  const picture = context.register(
    context.flateStream(operators.join('\n'), {
      ...{ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, PAGE.width, PAGE.height] },
      Resources: { Font: { [face.name]: face.font.ref }, ExtGState: { Pale: { ca: 0.16 } } },
    }),
  )
  for (const [index, page] of document.getPages().entries()) {
    const whole = { x: 0, y: 0, width: PAGE.width, height: PAGE.height }
    addField(document, page, `${DRAFT_FIELD}${index + 1}`, whole).set(PDFName.of('AP'), context.obj({ N: picture }))
  }
}

/** What the agency's revision writes into a line: centred, as if it had been printed with the page. */
export function fillLateField(document: PDFDocument, name: string, text: string, face: Face, size: number) {
  const { context } = document
  const widget = fieldNamed(document, name)
  const sides = widget.lookup(PDFName.of('Rect'), PDFArray).asArray()
  const [left = 0, bottom = 0, right = 0, top = 0] = sides.map((side) => (side as PDFNumber).asNumber())
  const [width, height] = [right - left, top - bottom]
  const operators = [
    beginText(),
    setFontAndSize(PDFName.of(face.name), size),
    moveText((width - face.width(text, size)) / 2, height - size),
    showText(face.encode(text)),
    endText(),
  ]
  const picture = context.flateStream(operators.join('\n'), {
    ...{ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height] },
    Resources: { Font: { [face.name]: face.font.ref } },
  })
  widget.set(PDFName.of('V'), PDFHexString.fromText(text))
  widget.set(PDFName.of('AP'), context.obj({ N: context.register(picture) }))
}

const HIDDEN = 2

/** The document is no draft any more. */
export function removeDraftMarks(document: PDFDocument) {
  const { context } = document
  const nothing = context.register(
    context.flateStream('', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, PAGE.width, PAGE.height] }),
  )
  for (const index of document.getPages().keys()) {
    const widget = fieldNamed(document, `${DRAFT_FIELD}${index + 1}`)
    widget.set(PDFName.of('AP'), context.obj({ N: nothing }))
    widget.set(PDFName.of('F'), PDFNumber.of(PRINT_LOCKED | HIDDEN))
  }
}

function fieldNamed(document: PDFDocument, name: string): PDFDict {
  const field = document.getForm().getFieldMaybe(name)
  if (!field) throw new RangeError(`No field ${name}`)
  return field.acroField.dict
}
