import { AFRelationship, PDFDocument } from 'pdf-lib'
import type { CvForm } from '@/lib/domain/cv/form'
import { cvPages } from '../cv/cv-pdf'
import { pageMarks } from '../cv/pdf-marks'
import { MANIFEST_NAME } from '../manifest'
import { embedFaces } from '../print/faces'
import { drawQr } from '../print/qr'
import { lineHeight, newSheet, numberPages, paragraph, type Sheet, textLine } from '../print/sheet'
import { type Column, table } from '../print/table'
import { wrap } from '../print/wrap'
import { type ExportStatement, statementBytes } from '../signed-statement'
import { addDraftMarks, addLateField, DAY_FIELD, NUMBER_FIELD } from './late-fields'
import { type Faces, type HeadLines, LEFT, officialHead, RIGHT, SIZE } from './official-form'
import { signingBlock } from './signing-block'

/** A document that shall have the value of the paper original, before anybody has signed it. */
export type ExportPaper = {
  statement: ExportStatement
  parentName: string | null
  title: string[]
  under: string | null
  /** What is confirmed, paragraph by paragraph. */
  words: string[]
  body: { kind: 'cv'; form: CvForm } | { kind: 'list'; columns: Column[]; rows: string[][] }
  /** Below “Nơi nhận:”. */
  recipients: string[]
  check: { url: string | null; code: string }
}

const SMALL = 10

/** A4 in the form of Nghị định 30/2020, both signature fields and the lines of number and day made at the start, a draft on every page. */
export async function exportPdf(paper: ExportPaper): Promise<Uint8Array> {
  const { statement, body } = paper
  const document = await PDFDocument.create({ updateMetadata: false })
  setProperties(document, paper)
  const faces = await embedFaces(document, ['regular', 'bold', 'italic'])
  const sheet = newSheet(document)
  const first = sheet.page
  const lines = officialHead(sheet, faces, {
    ...{ parentName: paper.parentName, unitName: statement.unitName, number: '', dated: '' },
    ...{ title: paper.title, under: paper.under },
  })
  lateLines(document, first, lines)
  for (const text of paper.words) paragraph(sheet, text, { face: faces.regular, size: SIZE }, { after: 6 })
  if (body.kind === 'list') table(sheet, body.columns, body.rows, { head: faces.bold, body: faces.regular, size: 11.5 })
  sheet.y -= 8
  const { title, name } = statement.signer
  const top = signingBlock(sheet, faces, { pledge: null, title, name, sealed: true })
  recipients(sheet, faces, paper, top)
  if (body.kind === 'cv') {
    await cvPages(document, faces, body.form)
    pageMarks(document, faces, body.form)
  }
  numberPages(document, { face: faces.regular, size: SIZE })
  addDraftMarks(document, faces.bold)
  const preparedAt = new Date(statement.preparedAt)
  await document.attach(statementBytes(statement), MANIFEST_NAME, {
    ...{ mimeType: 'application/json', description: 'Nội dung được ký', afRelationship: AFRelationship.Data },
    ...{ creationDate: preparedAt, modificationDate: preparedAt },
  })
  // Plain objects and a plain cross-reference table: the signatures must be found by everyone, in one way.
  return document.save({
    ...{ useObjectStreams: false, updateFieldAppearances: false, objectsPerTick: Number.POSITIVE_INFINITY },
  })
}

function setProperties(document: PDFDocument, { title, statement }: ExportPaper) {
  document.setTitle(`${title.join(' ')} - ${statement.unitName}`)
  document.setAuthor(statement.unitName)
  document.setLanguage('vi')
  document.setProducer(`hscbcc ${statement.appVersion}`)
  document.setCreationDate(new Date(statement.preparedAt))
  document.setModificationDate(new Date(statement.preparedAt))
}

/** Room for “Số: …” and “Đồng Tháp, ngày …”, which the agency’s revision writes. */
function lateLines(document: PDFDocument, page: Sheet['page'], { numberTop, datedTop }: HeadLines) {
  const height = SIZE * 1.3
  addLateField(document, page, NUMBER_FIELD, { x: LEFT.x, y: numberTop - height, width: LEFT.width, height })
  addLateField(document, page, DAY_FIELD, { x: RIGHT.x, y: datedTop - height, width: RIGHT.width, height })
}

const QR_SIDE = 62

/** Left of the signature: who gets it, and where anybody has it checked. */
function recipients(sheet: Sheet, { regular, bold, italic }: Faces, { recipients, check }: ExportPaper, top: number) {
  const { page } = sheet
  const box = { x: LEFT.x, width: LEFT.width - 40 }
  let y = top
  const write = (text: string, style: Parameters<typeof textLine>[2]) => {
    for (const line of wrap(text, style.face, style.size, box.width)) {
      textLine(page, line, style, box, y)
      y -= lineHeight(style)
    }
  }
  textLine(page, 'Nơi nhận:', { face: bold, size: 12 }, box, y)
  y -= 16
  for (const one of recipients) write(one, { face: regular, size: 11 })
  y -= 4
  if (check.url !== null) {
    drawQr(page, check.url, { x: box.x - 6, y: y - QR_SIDE, side: QR_SIDE })
    y -= QR_SIDE + 2
  }
  write('Kiểm tra văn bản này, không cần tài khoản:', { face: italic, size: SMALL - 1 })
  for (const half of [check.code.slice(0, 17), check.code.slice(18)]) write(half, { face: regular, size: SMALL })
  sheet.y = Math.min(sheet.y, y)
}
