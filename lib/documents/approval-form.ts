import type { ApprovalStatement, Faces } from './approval-pdf'
import type { Face } from './print/faces'
import {
  type Box,
  lineHeight,
  makeRoom,
  PAGE,
  paragraph,
  rule,
  type Sheet,
  type Style,
  TEXT_WIDTH,
  textLine,
  WHOLE_WIDTH,
} from './print/sheet'
import { wrap } from './print/wrap'
import { APPROVER_FIELD, addSignatureField } from './signature-field'

const SIZE = 13
const LEFT: Box = { x: PAGE.left, width: TEXT_WIDTH * 0.42 }
const RIGHT: Box = { x: PAGE.left + TEXT_WIDTH * 0.42, width: TEXT_WIDTH * 0.58 }
const SIGNATURE_HEIGHT = 76

const capitals = (text: string) => text.toLocaleUpperCase('vi')

/** Agency, national title, number, place and day, and the title of the document: the head of page 1 by Nghị định 30/2020, Phụ lục I. */
export function letterhead(sheet: Sheet, { regular, bold, italic }: Faces, statement: ApprovalStatement) {
  const { manifest, parentName, number, place, day } = statement
  const top = sheet.y
  let left = top
  if (parentName !== null) left = lines(sheet, capitals(parentName), { face: regular, size: 12 }, LEFT, left)
  left = lines(sheet, capitals(manifest.unitName), { face: bold, size: 12 }, LEFT, left)
  underline(sheet, LEFT, left, LEFT.width * 0.4)
  left = lines(sheet, `Số: ${number}`, { face: regular, size: SIZE }, LEFT, left - 8)

  let right = lines(sheet, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { face: bold, size: 12 }, RIGHT, top)
  right = lines(sheet, 'Độc lập - Tự do - Hạnh phúc', { face: bold, size: SIZE }, RIGHT, right)
  underline(sheet, RIGHT, right, bold.width('Độc lập - Tự do - Hạnh phúc', SIZE))
  right = lines(sheet, `${place}, ${dayInWords(day)}`, { face: italic, size: SIZE }, RIGHT, right - 8)

  sheet.y = Math.min(left, right) - 18
  paragraph(sheet, 'PHÊ DUYỆT HỒ SƠ', { face: bold, size: 14, align: 'centre' }, { after: 0 })
  paragraph(sheet, 'CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC', { face: bold, size: 14, align: 'centre' }, { after: 0 })
  paragraph(sheet, periodInWords(statement), { face: bold, size: SIZE, align: 'centre' }, { after: 0 })
  underline(sheet, WHOLE_WIDTH, sheet.y, TEXT_WIDTH * 0.3)
  sheet.y -= 16
}

/** Who answers for what, the title, room for the signature and the name, kept together on one page. */
export function signatureBlock(sheet: Sheet, { regular, bold }: Faces, { manifest }: ApprovalStatement) {
  const { approver, count } = manifest
  const pledge = `Tôi đã xem danh sách trên và chịu trách nhiệm trước Chủ tịch Ủy ban nhân dân Tỉnh về dữ liệu của ${count} hồ sơ được phê duyệt.`
  const titles = approver.title.split('\n').map(capitals)
  const heading: Style = { face: bold, size: SIZE, align: 'centre' }
  const height = [
    wrap(pledge, regular, SIZE, TEXT_WIDTH).length +
      linesOf(titles, bold) +
      wrap(approver.name, bold, SIZE, RIGHT.width).length,
  ].reduce((total, count) => total + count * lineHeight(heading), SIGNATURE_HEIGHT + 30)
  makeRoom(sheet, height)
  paragraph(sheet, pledge, { face: regular, size: SIZE }, { after: 14 })
  for (const title of titles) sheet.y = lines(sheet, title, heading, RIGHT, sheet.y)
  addSignatureField(sheet.document, sheet.page, APPROVER_FIELD, {
    x: RIGHT.x + 20,
    y: sheet.y - SIGNATURE_HEIGHT + 4,
    width: RIGHT.width - 40,
    height: SIGNATURE_HEIGHT - 8,
  })
  sheet.y = lines(sheet, approver.name, heading, RIGHT, sheet.y - SIGNATURE_HEIGHT)
}

const linesOf = (texts: string[], face: Face) =>
  texts.reduce((total, text) => total + wrap(text, face, SIZE, RIGHT.width).length, 0)

/** Writes text centred in a box and returns where the next line goes. */
function lines(sheet: Sheet, text: string, style: Style, box: Box, top: number) {
  let y = top
  for (const line of wrap(text, style.face, style.size, box.width)) {
    textLine(sheet.page, line, { ...style, align: 'centre' }, box, y)
    y -= lineHeight(style)
  }
  return y
}

function underline(sheet: Sheet, box: Box, y: number, length: number) {
  const x = box.x + (box.width - length) / 2
  rule(sheet.page, [x, y - 2, x + length, y - 2])
}

/** Days below ten and the months January and February take a leading nought, so that nothing can be written in before them. */
function dayInWords(day: string) {
  const [year, month, date] = day.split('-').map(Number)
  if (year === undefined || month === undefined || date === undefined) throw new RangeError(`Not a day: ${day}`)
  return `ngày ${String(date).padStart(2, '0')} tháng ${month < 3 ? `0${month}` : month} năm ${year}`
}

function periodInWords({ manifest }: ApprovalStatement) {
  if (manifest.kind === 'adHoc') return `Đợt ngoài kỳ số ${manifest.period}`
  const [year, month] = manifest.period.split('-').map(Number)
  return `Tháng ${month} năm ${year}`
}
