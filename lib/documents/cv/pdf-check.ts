import type { PrintedCheck } from '@/lib/domain/cv/form'
import { drawQr } from '../print/qr'
import { lineHeight, makeRoom, type Sheet, textLine } from '../print/sheet'
import { wrap } from '../print/wrap'
import type { Faces } from './cv-pdf'
import { WHOLE } from './pdf-measures'

/** 24 mm with its margin: a telephone reads it from a hand's breadth. */
const SIDE = 68
const GAP = 8

/** The QR by which anybody has the approval checked, its words and the digits beside it. */
export function checkBlock(sheet: Sheet, { regular }: Faces, { url, code, words }: PrintedCheck) {
  const style = { face: regular, size: 10 }
  makeRoom(sheet, SIDE + 14)
  const top = sheet.y - 14
  const indent = url === null ? 0 : SIDE + GAP
  if (url !== null) drawQr(sheet.page, url, { x: WHOLE.x, y: top - SIDE, side: SIDE })
  const box = { x: WHOLE.x + indent, width: WHOLE.width - indent }
  const lines = [...wrap(words, regular, style.size, box.width), code, ...(url === null ? [] : [url])]
  const first = top - (SIDE - lines.length * lineHeight(style)) / 2
  for (const [index, line] of lines.entries()) textLine(sheet.page, line, style, box, first - index * lineHeight(style))
  sheet.y = top - SIDE
}
