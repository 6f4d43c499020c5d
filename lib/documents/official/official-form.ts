import type { Face } from '../print/faces'
import {
  type Box,
  lineHeight,
  PAGE,
  paragraph,
  rule,
  type Sheet,
  type Style,
  TEXT_WIDTH,
  textLine,
  WHOLE_WIDTH,
} from '../print/sheet'
import { wrap } from '../print/wrap'

export type Faces = Record<'regular' | 'bold' | 'italic', Face>

export const SIZE = 13
export const LEFT: Box = { x: PAGE.left, width: TEXT_WIDTH * 0.42 }
export const RIGHT: Box = { x: PAGE.left + TEXT_WIDTH * 0.42, width: TEXT_WIDTH * 0.58 }

export const capitals = (text: string) => text.toLocaleUpperCase('vi')

export type Head = {
  parentName: string | null
  unitName: string
  /** “Số: 05/PD-THPT”, and “Đồng Tháp, ngày 27 tháng 11 năm 2026”; empty where they are filled in later. */
  number: string
  dated: string
  title: string[]
  /** One line under the title; null for none. */
  under: string | null
}

/** Where the number and the day stand: the upper edge of their lines. */
export type HeadLines = { numberTop: number; datedTop: number }

/** Agency, national title, number, place and day, and the title of the document: the head of page 1 by Nghị định 30/2020, Phụ lục I. */
export function officialHead(sheet: Sheet, { regular, bold, italic }: Faces, head: Head): HeadLines {
  const top = sheet.y
  let left = top
  if (head.parentName !== null)
    left = centred(sheet, capitals(head.parentName), { face: regular, size: 12 }, LEFT, left)
  left = centred(sheet, capitals(head.unitName), { face: bold, size: 12 }, LEFT, left)
  underline(sheet, LEFT, left, LEFT.width * 0.4)
  const numberTop = left - 8
  left = centred(sheet, head.number, { face: regular, size: SIZE }, LEFT, numberTop)

  let right = centred(sheet, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { face: bold, size: 12 }, RIGHT, top)
  right = centred(sheet, 'Độc lập - Tự do - Hạnh phúc', { face: bold, size: SIZE }, RIGHT, right)
  underline(sheet, RIGHT, right, bold.width('Độc lập - Tự do - Hạnh phúc', SIZE))
  const datedTop = right - 8
  right = centred(sheet, head.dated, { face: italic, size: SIZE }, RIGHT, datedTop)

  sheet.y = Math.min(left, right) - 18
  for (const line of head.title) paragraph(sheet, line, { face: bold, size: 14, align: 'centre' }, { after: 0 })
  if (head.under !== null) paragraph(sheet, head.under, { face: bold, size: SIZE, align: 'centre' }, { after: 0 })
  underline(sheet, WHOLE_WIDTH, sheet.y, TEXT_WIDTH * 0.3)
  sheet.y -= 16
  return { numberTop, datedTop }
}

/** Writes text centred in a box and returns where the next line goes. */
export function centred(sheet: Sheet, text: string, style: Style, box: Box, top: number) {
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
export function dayInWords(day: string) {
  const [year, month, date] = day.split('-').map(Number)
  if (year === undefined || month === undefined || date === undefined) throw new RangeError(`Not a day: ${day}`)
  return `ngày ${String(date).padStart(2, '0')} tháng ${month < 3 ? `0${month}` : month} năm ${year}`
}
