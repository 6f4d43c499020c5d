import { PDFDocument, type PDFImage } from 'pdf-lib'
import type { Block, CvForm } from '@/lib/domain/cv/form'
import { embedFaces, type Face } from '../print/faces'
import { newSheet, numberPages, paragraph, type Sheet } from '../print/sheet'
import { checkBlock } from './pdf-check'
import { pageMarks } from './pdf-marks'
import { WHOLE } from './pdf-measures'
import { dotLines, formLine, heading, photoAndLines } from './pdf-parts'
import { signatures } from './pdf-signatures'
import { formTable } from './pdf-table'

export type Faces = Record<'regular' | 'bold' | 'italic', Face>

/** The form on A4, in Times New Roman's widths. The same form printed at the same moment gives the same bytes. */
export async function cvPdf(form: CvForm, printedAt: Date): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  setProperties(document, form, printedAt)
  const faces = await embedFaces(document, ['regular', 'bold', 'italic'])
  await cvPages(document, faces, form)
  numberPages(document, { face: faces.regular, size: 13 }, WHOLE)
  pageMarks(document, faces, form)
  return document.save({ updateFieldAppearances: false, objectsPerTick: Number.POSITIVE_INFINITY })
}

/** The form on pages of its own, behind whatever the document has. */
export async function cvPages(document: PDFDocument, faces: Faces, form: CvForm) {
  const picture = await embedPicture(document, form)
  const sheet = newSheet(document)
  for (const line of form.head) formLine(sheet, faces, line, WHOLE)
  sheet.y -= 8
  paragraph(sheet, form.title, { face: faces.bold, size: 14, align: 'centre' }, { box: WHOLE, after: 10 })
  photoAndLines(sheet, faces, form, picture)
  for (const [index, block] of form.blocks.entries()) draw(sheet, faces, block, form.blocks[index + 1])
  signatures(sheet, faces, form)
  if (form.check) checkBlock(sheet, faces, form.check)
}

/** A damaged file leaves the empty frame of the form: better than no form. */
function embedPicture(document: PDFDocument, { picture }: CvForm): Promise<PDFImage | null> {
  if (picture === null) return Promise.resolve(null)
  const embedded = picture.kind === 'jpeg' ? document.embedJpg(picture.bytes) : document.embedPng(picture.bytes)
  return embedded.catch(() => null)
}

function draw(sheet: Sheet, faces: Faces, block: Block, next: Block | undefined) {
  switch (block.kind) {
    case 'line':
      return formLine(sheet, faces, block.line, WHOLE)
    case 'heading':
      return heading(sheet, faces, block, next)
    case 'table':
      return formTable(sheet, faces, block)
    case 'dots':
      return dotLines(sheet, faces, block.lines)
  }
}

function setProperties(document: PDFDocument, form: CvForm, printedAt: Date) {
  document.setTitle(`Sơ yếu lý lịch - ${form.name}`)
  document.setSubject(form.foot)
  document.setLanguage('vi')
  document.setProducer('hscbcc')
  document.setCreationDate(printedAt)
  document.setModificationDate(printedAt)
}
