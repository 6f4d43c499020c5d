import type { PDFImage } from 'pdf-lib'
import { type Block, type CvForm, type Entry, type Line, labelOf } from '@/lib/domain/cv/form'
import { type Box, lineHeight, makeRoom, rule, type Sheet, type Style, textLine } from '../print/sheet'
import { wrap } from '../print/wrap'
import type { Faces } from './cv-pdf'
import { PHOTO, SIZE, WHOLE } from './pdf-measures'
import { headHeight } from './pdf-table'

const GAP = 8
const PHOTO_GAP = 12
const AFTER_LINE = 2

/** A line of the form: its entries side by side, each in its part of the width; what is not answered is dots to write on. */
export function formLine(sheet: Sheet, { regular }: Faces, line: Line, box: Box) {
  const style = { face: regular, size: SIZE }
  const columns = columnsOf(line, box).map(({ entry, box: own }, index) => ({
    box: own,
    lines: entryLines(labelOf(line, entry, index), entry, style, own.width),
  }))
  // What stands beside each other stays on one page; what stands alone may go on over the next.
  const height = Math.max(...columns.map(({ lines }) => lines.length)) * lineHeight(style)
  if (columns.length > 1) makeRoom(sheet, height)
  const top = sheet.y
  for (const { lines, box: own } of columns) {
    if (columns.length > 1) sheet.y = top
    for (const text of lines) {
      makeRoom(sheet, lineHeight(style))
      textLine(sheet.page, text, style, own, sheet.y)
      sheet.y -= lineHeight(style)
    }
  }
  if (columns.length > 1) sheet.y = top - height
  sheet.y -= AFTER_LINE
}

function columnsOf(line: Line, box: Box) {
  let x = box.x
  return line.entries.map((entry, index) => {
    const width = entry.share * box.width
    const gap = index < line.entries.length - 1 ? GAP : 0
    const column = { entry, box: { x, width: width - gap } }
    x += width
    return column
  })
}

function entryLines(label: string, { answer }: Entry, style: Style, width: number): string[] {
  if (answer === null) return dotted(wrap(label, style.face, style.size, width), style, width)
  const [first = '', ...others] = answer.split('\n')
  return [`${label} ${first}`, ...others].flatMap((text) => wrap(text, style.face, style.size, width))
}

/** Dots from the last word to the end of the line; a line of their own where little room is left. */
function dotted(lines: string[], style: Style, width: number): string[] {
  const last = lines.at(-1) ?? ''
  const left = width - style.face.width(`${last} `, style.size)
  if (left < 40) return [...lines, dots(style, width)]
  return [...lines.slice(0, -1), `${last} ${dots(style, left)}`]
}

const dots = ({ face, size }: Style, width: number) =>
  '.'.repeat(Math.max(3, Math.floor(width / face.width('.', size))))

/** The frame for the photograph at the left, the first items beside it. */
export function photoAndLines(sheet: Sheet, faces: Faces, { photo, beside }: CvForm, picture: PDFImage | null) {
  const top = sheet.y - 3
  const { width, height } = PHOTO
  const { x } = WHOLE
  const [right, bottom] = [x + width, top - height]
  rule(sheet.page, [x, top, right, top], [x, bottom, right, bottom], [x, top, x, bottom], [right, top, right, bottom])
  const style: Style = { face: faces.italic, size: 11, align: 'centre' }
  if (picture) sheet.page.drawImage(picture, { x, y: bottom, width, height })
  const words = picture ? [] : photo.split('\n')
  for (const [index, text] of words.entries()) {
    const middle = top - height / 2 + (words.length / 2 - index) * lineHeight(style)
    textLine(sheet.page, text, style, { x, width }, middle)
  }
  const page = sheet.page
  const box = { x: right + PHOTO_GAP, width: WHOLE.width - width - PHOTO_GAP }
  for (const line of beside) formLine(sheet, faces, line, box)
  if (sheet.page === page) sheet.y = Math.min(sheet.y, bottom - 8)
}

type Heading = Extract<Block, { kind: 'heading' }>

/** Stays on the page of what it is the heading of. */
export function heading(sheet: Sheet, faces: Faces, { level, number, text }: Heading, next: Block | undefined) {
  const style = { face: faces.bold, size: SIZE }
  const lines = wrap(number === null ? text : `${number}. ${text}`, style.face, style.size, WHOLE.width)
  const before = level === 1 ? 8 : 4
  makeRoom(sheet, before + lines.length * lineHeight(style) + firstHeight(faces, next))
  sheet.y -= before
  for (const line of lines) {
    textLine(sheet.page, line, style, WHOLE, sheet.y)
    sheet.y -= lineHeight(style)
  }
  sheet.y -= 3
}

function firstHeight(faces: Faces, next: Block | undefined): number {
  if (next?.kind === 'table') return headHeight(faces, next) + 40
  return next?.kind === 'heading' ? 120 : 40
}

export function dotLines(sheet: Sheet, { regular }: Faces, count: number) {
  const style = { face: regular, size: SIZE }
  for (let line = 0; line < count; line++) {
    makeRoom(sheet, lineHeight(style))
    textLine(sheet.page, dots(style, WHOLE.width), style, WHOLE, sheet.y)
    sheet.y -= lineHeight(style) + 2
  }
}
