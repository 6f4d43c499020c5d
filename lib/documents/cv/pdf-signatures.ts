import type { CvForm, Signing } from '@/lib/domain/cv/form'
import { type Box, lineHeight, makeRoom, paragraph, type Sheet, type Style, textLine } from '../print/sheet'
import { wrap } from '../print/wrap'
import type { Faces } from './cv-pdf'
import { SIZE, WHOLE } from './pdf-measures'

const HALF = WHOLE.width / 2
const LEFT: Box = { x: WHOLE.x, width: HALF - 6 }
const RIGHT: Box = { x: WHOLE.x + HALF + 6, width: HALF - 6 }
const ROOM_TO_SIGN = 64

/** Declaration and the two signatures, kept together on one page. */
export function signatures(sheet: Sheet, faces: Faces, { declaration, person, authority }: CvForm) {
  const style = { face: faces.regular, size: SIZE }
  const blocks = [
    { box: LEFT, lines: signingLines(faces, person) },
    { box: RIGHT, lines: signingLines(faces, authority) },
  ]
  const words = wrap(declaration, style.face, style.size, WHOLE.width)
  makeRoom(sheet, words.length * lineHeight(style) + 20 + Math.max(...blocks.map(({ lines }) => heightOf(lines))))
  sheet.y -= 8
  paragraph(sheet, declaration, style, { box: WHOLE, after: 10 })
  const ends = blocks.map(({ box, lines }) => drawLines(sheet, lines, box))
  sheet.y = Math.min(...ends)
}

type Set = { text: string; style: Style; after: number }

function signingLines({ bold, italic }: Faces, { day, title, hint, note, name }: Signing): Set[] {
  const centred = (face: Style['face'], size = SIZE): Style => ({ face, size, align: 'centre' })
  const parts: Set[] = [
    { text: day, style: centred(italic), after: 2 },
    { text: title, style: centred(bold), after: 0 },
    { text: hint, style: centred(italic, 12), after: note === null ? ROOM_TO_SIGN : 6 },
    { text: note ?? '', style: centred(italic, 12), after: note === null ? 0 : 6 },
    { text: name ?? '', style: centred(bold), after: 0 },
  ]
  return parts.flatMap(({ text, style, after }) => {
    if (text === '') return after === 0 ? [] : [{ text, style, after }]
    // Who signs in another's place has two titles, one below the other.
    const lines = text.split('\n').flatMap((part) => wrap(part, style.face, style.size, LEFT.width))
    return lines.map((line, index) => ({ text: line, style, after: index === lines.length - 1 ? after : 0 }))
  })
}

const heightOf = (lines: Set[]) =>
  lines.reduce((sum, { text, style, after }) => sum + after + (text === '' ? 0 : lineHeight(style)), 0)

function drawLines(sheet: Sheet, lines: Set[], box: Box): number {
  let y = sheet.y
  for (const { text, style, after } of lines) {
    if (text !== '') {
      textLine(sheet.page, text, style, box, y)
      y -= lineHeight(style)
    }
    y -= after
  }
  return y
}
