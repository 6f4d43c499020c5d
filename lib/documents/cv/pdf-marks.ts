import { degrees, grayscale, type PDFDocument } from 'pdf-lib'
import type { CvForm } from '@/lib/domain/cv/form'
import { lineHeight, PAGE, type Style, textLine } from '../print/sheet'
import { wrap } from '../print/wrap'
import type { Faces } from './cv-pdf'
import { FOOT_SIZE, WHOLE } from './pdf-measures'

const MARK_SIZE = 104
const MARK_ANGLE = 54

/** On every page: which version this is, at the foot; and across it the mark of what is not official. */
export function pageMarks(document: PDFDocument, { italic, bold }: Faces, { foot, mark }: CvForm) {
  const style: Style = { face: italic, size: FOOT_SIZE, align: 'centre' }
  const lines = wrap(foot, style.face, style.size, WHOLE.width)
  for (const page of document.getPages()) {
    for (const [index, line] of lines.entries())
      textLine(page, line, style, WHOLE, PAGE.bottom - 14 - index * lineHeight(style))
    if (mark !== null) page.drawText(mark, { font: bold.font, ...placed(bold.width(mark, MARK_SIZE)) })
  }
}

/** Rising through the middle of the page, pale enough to read the answers under it. */
function placed(width: number) {
  const turn = (MARK_ANGLE * Math.PI) / 180
  const [along, above] = [width / 2, MARK_SIZE / 3]
  return {
    size: MARK_SIZE,
    x: PAGE.width / 2 - along * Math.cos(turn) + above * Math.sin(turn),
    y: PAGE.height / 2 - along * Math.sin(turn) - above * Math.cos(turn),
    rotate: degrees(MARK_ANGLE),
    color: grayscale(0.45),
    opacity: 0.18,
  }
}
