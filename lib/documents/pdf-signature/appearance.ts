import {
  beginText,
  concatTransformationMatrix,
  drawObject,
  endText,
  moveText,
  type PDFArray,
  type PDFContext,
  type PDFImage,
  PDFName,
  type PDFNumber,
  type PDFOperator,
  popGraphicsState,
  pushGraphicsState,
  setFillingRgbColor,
  setFontAndSize,
  showText,
} from 'pdf-lib'
import type { Face } from '../print/faces'
import { wrap } from '../print/wrap'

const SIZE = 10

type Signed = { at: Date; signerName: string; isSeal: boolean; picture: PDFImage | null }

/** What stands in the signature field: the picture that was registered, else who signed, and when, by the clock of Vietnam. */
export function appearance(context: PDFContext, rectangle: PDFArray, face: Face, signed: Signed) {
  const [left = 0, bottom = 0, right = 0, top = 0] = rectangle.asArray().map((side) => (side as PDFNumber).asNumber())
  const [width, height] = [right - left, top - bottom]
  const { picture, ...words } = signed
  return picture ? pictured(context, { width, height }, picture) : worded(context, { width, height }, face, words)
}

type Box = { width: number; height: number }

/** As large as fits, in the middle, its shape kept (Nghị định 30/2020, Phụ lục I: the signature or the seal as on paper). */
function pictured(context: PDFContext, { width, height }: Box, picture: PDFImage) {
  const scale = Math.min(width / picture.width, height / picture.height)
  const [wide, high] = [picture.width * scale, picture.height * scale]
  const operators = [
    pushGraphicsState(),
    concatTransformationMatrix(wide, 0, 0, high, (width - wide) / 2, (height - high) / 2),
    drawObject('Picture'),
    popGraphicsState(),
  ]
  return context.flateStream(operators.join('\n'), {
    ...{ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height] },
    Resources: { XObject: { Picture: picture.ref } },
  })
}

function worded(
  context: PDFContext,
  { width, height }: Box,
  face: Face,
  { at, signerName, isSeal }: Omit<Signed, 'picture'>,
) {
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
