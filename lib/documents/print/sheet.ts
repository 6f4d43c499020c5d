import {
  beginText,
  endText,
  lineTo,
  moveText,
  moveTo,
  type PDFDocument,
  PDFName,
  type PDFPage,
  setFontAndSize,
  setLineWidth,
  showText,
  stroke,
} from 'pdf-lib'
import type { Face } from './faces'
import { wrap } from './wrap'

const millimetres = (length: number) => (length * 72) / 25.4

/** A4 and the margins of Nghị định 30/2020, Phụ lục I, in points. */
export const PAGE = {
  width: 595.28,
  height: 841.89,
  top: 57,
  bottom: 57,
  left: millimetres(30),
  right: millimetres(20),
}
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right

const LEADING = 1.25

export type Style = { face: Face; size: number; align?: 'left' | 'centre' | 'right' }
export type Box = { x: number; width: number }
export const WHOLE_WIDTH: Box = { x: PAGE.left, width: TEXT_WIDTH }

/** A document being written from top to bottom; `y` is where the next line goes. */
export type Sheet = { document: PDFDocument; page: PDFPage; y: number }

export function newSheet(document: PDFDocument): Sheet {
  return { document, ...newPage(document) }
}

/** Goes on to a new page unless `height` points are left on this one. True when it did. */
export function makeRoom(sheet: Sheet, height: number): boolean {
  if (sheet.y - height >= PAGE.bottom) return false
  Object.assign(sheet, newPage(sheet.document))
  return true
}

const newPage = (document: PDFDocument) => ({
  page: document.addPage([PAGE.width, PAGE.height]),
  y: PAGE.height - PAGE.top,
})

/** Writes a paragraph, breaking it into lines and over pages, and leaves `after` points below it. */
export function paragraph(sheet: Sheet, text: string, style: Style, { box = WHOLE_WIDTH, after = 4 } = {}) {
  for (const line of wrap(text, style.face, style.size, box.width)) {
    makeRoom(sheet, lineHeight(style))
    textLine(sheet.page, line, style, box, sheet.y)
    sheet.y -= lineHeight(style)
  }
  sheet.y -= after
}

export const lineHeight = ({ size }: Style) => size * LEADING

/** Writes one line whose upper edge is at `top`. */
export function textLine(page: PDFPage, line: string, { face, size, align = 'left' }: Style, box: Box, top: number) {
  const key = PDFName.of(face.name)
  page.node.setFontDictionary(key, face.font.ref)
  const indent = align === 'left' ? 0 : (box.width - face.width(line, size)) / (align === 'centre' ? 2 : 1)
  page.pushOperators(
    beginText(),
    setFontAndSize(key, size),
    moveText(box.x + indent, top - size),
    showText(face.encode(line)),
    endText(),
  )
}

/** Draws thin lines, each given as x1, y1, x2, y2. */
export function rule(page: PDFPage, ...lines: [number, number, number, number][]) {
  page.pushOperators(
    setLineWidth(0.5),
    ...lines.flatMap(([x1, y1, x2, y2]) => [moveTo(x1, y1), lineTo(x2, y2)]),
    stroke(),
  )
}

/** From the second page on, the number stands in the middle of the top margin. */
export function numberPages(document: PDFDocument, style: Style, box = WHOLE_WIDTH) {
  for (const [index, page] of document.getPages().entries()) {
    if (index > 0) textLine(page, String(index + 1), { ...style, align: 'centre' }, box, PAGE.height - 28)
  }
}
