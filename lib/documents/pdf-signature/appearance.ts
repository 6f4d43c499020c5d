import {
  beginText,
  endText,
  moveText,
  type PDFArray,
  type PDFContext,
  PDFName,
  type PDFNumber,
  type PDFOperator,
  setFillingRgbColor,
  setFontAndSize,
  showText,
} from 'pdf-lib'
import type { Face } from '../print/faces'
import { wrap } from '../print/wrap'

const SIZE = 10

/** The picture in the signature field: who signed, and when, by the clock of Vietnam. */
export function appearance(
  context: PDFContext,
  rectangle: PDFArray,
  face: Face,
  { at, signerName, isSeal }: { at: Date; signerName: string; isSeal: boolean },
) {
  const [left = 0, bottom = 0, right = 0, top = 0] = rectangle.asArray().map((side) => (side as PDFNumber).asNumber())
  const [width, height] = [right - left, top - bottom]
  const lines = [`${isSeal ? 'Cơ quan' : 'Người ký'}: ${signerName}`, `Thời gian ký: ${vietnamTime(at)}`].flatMap(
    (text) => wrap(text, face, SIZE, width - 8),
  )
  const key = PDFName.of(face.name)
  const firstLine = height / 2 + ((lines.length - 1) * SIZE * 1.3) / 2 - SIZE * 0.3
  const operators = lines.flatMap((line, number): PDFOperator[] => [
    beginText(),
    // Blue for a person, red for an agency (Nghị định 30/2020, Phụ lục I).
    isSeal ? setFillingRgbColor(0.75, 0.05, 0.1) : setFillingRgbColor(0.05, 0.2, 0.55),
    setFontAndSize(key, SIZE),
    moveText((width - face.width(line, SIZE)) / 2, firstLine - number * SIZE * 1.3),
    showText(face.encode(line)),
    endText(),
  ])
  return context.flateStream(operators.join('\n'), {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, width, height],
    Resources: { Font: { [face.name]: face.font.ref } },
  })
}

/** `27/11/2026 08:30:00 +07:00` */
export function vietnamTime(at: Date) {
  const [day = '', time = ''] = new Date(at.getTime() + 7 * 3600_000).toISOString().slice(0, 19).split('T')
  return `${day.split('-').reverse().join('/')} ${time} +07:00`
}
