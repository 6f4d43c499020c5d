import { type PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFPage } from 'pdf-lib'

/** The field the competent person signs in. */
export const APPROVER_FIELD = 'NguoiCoThamQuyen'

/** The field the agency signs in, after that: its keeper's seal. */
export const AGENCY_FIELD = 'CoQuan'

export type Rectangle = { x: number; y: number; width: number; height: number }

/** Flags of the PDF: the widget is printed and locked; signatures exist and later revisions may only be appended. */
const PRINT_LOCKED = 132
const SIGNED_APPEND_ONLY = 3

/** Makes an empty signature field, so that signing only fills what the document already had. */
export function addSignatureField(
  document: PDFDocument,
  page: PDFPage,
  name: string,
  { x, y, width, height }: Rectangle,
) {
  const { context } = document
  const widget = context.obj({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: PDFHexString.fromText(name),
    Rect: [x, y, x + width, y + height],
    F: PRINT_LOCKED,
    P: page.ref,
  })
  const ref = context.register(widget)
  page.node.addAnnot(ref)
  const form = document.catalog.getOrCreateAcroForm()
  form.dict.set(PDFName.of('SigFlags'), PDFNumber.of(SIGNED_APPEND_ONLY))
  form.addField(ref)
}
