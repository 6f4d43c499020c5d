import type { Block, Column } from '@/lib/domain/cv/form'
import { type Box, lineHeight, makeRoom, rule, type Sheet, type Style, textLine } from '../print/sheet'
import { wrap } from '../print/wrap'
import type { Faces } from './cv-pdf'
import { PAGE_ROOM, TABLE_SIZE, WHOLE } from './pdf-measures'

export type Table = Extract<Block, { kind: 'table' }>

const PADDING = 3
const BLANK_ROW = 20

/** A ruled table over as many pages as it takes; each begins with the head again, and a row stays whole unless no page could hold it. */
export function formTable(sheet: Sheet, faces: Faces, table: Table) {
  const boxes = boxesOf(table.columns)
  const head = headOf(faces, table, boxes)
  const most = Math.floor(
    (PAGE_ROOM - head.height - 2 * PADDING) / lineHeight({ face: faces.regular, size: TABLE_SIZE }),
  )
  const rows = table.rows.flatMap(({ cells }) => inParts(bodyRow(faces, table.columns, cells, boxes), most))
  // A head at the foot of a page, without a row below it, would be read as an empty table.
  makeRoom(sheet, head.height + Math.min(rows[0]?.height ?? 0, PAGE_ROOM - head.height))
  drawHead(sheet, head, boxes)
  for (const row of rows) {
    if (makeRoom(sheet, row.height)) drawHead(sheet, head, boxes)
    drawRow(sheet, row, boxes)
  }
  sheet.y -= 8
}

export const headHeight = (faces: Faces, table: Table) => headOf(faces, table, boxesOf(table.columns)).height

function boxesOf(columns: Column[]): Box[] {
  let x = WHOLE.x
  return columns.map(({ share }) => {
    const box = { x, width: share * WHOLE.width }
    x += box.width
    return box
  })
}

type Cell = { lines: string[]; style: Style }
type Row = { cells: Cell[]; height: number }

function bodyRow({ regular }: Faces, columns: Column[], texts: string[], boxes: Box[]): Row {
  const cells = boxes.map((box, index): Cell => {
    const align = columns[index]?.align === 'centre' ? 'centre' : columns[index]?.align === 'right' ? 'right' : 'left'
    const style: Style = { face: regular, size: TABLE_SIZE, align }
    const text = texts[index] ?? ''
    return { style, lines: text.split('\n').flatMap((line) => wrap(line, regular, TABLE_SIZE, inner(box).width)) }
  })
  return { cells, height: Math.max(BLANK_ROW, heightOf(cells)) }
}

const heightOf = (cells: Cell[]) =>
  Math.max(...cells.map(({ lines, style }) => lines.length * lineHeight(style))) + 2 * PADDING

const inner = ({ x, width }: Box): Box => ({ x: x + PADDING, width: width - 2 * PADDING })

/** A row that no page could hold goes on in further rows. */
function inParts(row: Row, most: number): Row[] {
  const longest = Math.max(...row.cells.map(({ lines }) => lines.length))
  if (longest <= most) return [row]
  return Array.from({ length: Math.ceil(longest / most) }, (_, part) => {
    const cells = row.cells.map(({ lines, style }) => ({ style, lines: lines.slice(part * most, (part + 1) * most) }))
    return { cells, height: heightOf(cells) }
  })
}

function drawRow(sheet: Sheet, { cells, height }: Row, boxes: Box[]) {
  const [top, bottom] = [sheet.y, sheet.y - height]
  for (const [index, cell] of cells.entries()) drawCell(sheet, cell, boxes[index], top - PADDING)
  frame(sheet, boxes, top, bottom)
  sheet.y = bottom
}

function drawCell(sheet: Sheet, { lines, style }: Cell, box: Box | undefined, top: number) {
  if (!box) return
  for (const [index, line] of lines.entries())
    textLine(sheet.page, line, style, inner(box), top - index * lineHeight(style))
}

function frame(sheet: Sheet, boxes: Box[], top: number, bottom: number) {
  const right = WHOLE.x + WHOLE.width
  const uprights = [...boxes.map(({ x }) => x), right].map((x): [number, number, number, number] => [x, top, x, bottom])
  rule(sheet.page, [WHOLE.x, top, right, top], [WHOLE.x, bottom, right, bottom], ...uprights)
}

type Head = {
  cells: Cell[]
  over: { lines: string[]; box: Box }[]
  split: boolean[]
  upper: number
  height: number
  style: Style
}

/** One row of heads, or two where neighbours share one above them. */
function headOf({ bold }: Faces, { columns }: Table, boxes: Box[]): Head {
  const style: Style = { face: bold, size: TABLE_SIZE, align: 'centre' }
  const cells = columns.map(
    ({ head }, index): Cell => ({
      style,
      lines: wrap(head, bold, TABLE_SIZE, inner(boxes[index] ?? WHOLE).width),
    }),
  )
  const split = columns.map(({ over }) => over !== null)
  const over = columns.flatMap((column, index) => {
    const [box, next] = [boxes[index], boxes[index + 1]]
    if (column.over === null || columns[index - 1]?.over === column.over || !box) return []
    const both = { x: box.x, width: box.width + (next?.width ?? 0) }
    return [{ box: both, lines: wrap(column.over, bold, TABLE_SIZE, inner(both).width) }]
  })
  const upper = over.length > 0 ? lineHeight(style) + 2 * PADDING : 0
  const [whole, lower] = [cells.filter((_, index) => !split[index]), cells.filter((_, index) => split[index])]
  const height = Math.max(whole.length > 0 ? heightOf(whole) : 0, lower.length > 0 ? upper + heightOf(lower) : 0)
  return { cells, over, split, upper, height, style }
}

function drawHead(sheet: Sheet, { cells, over, split, upper, height, style }: Head, boxes: Box[]) {
  const [top, bottom] = [sheet.y, sheet.y - height]
  for (const [index, cell] of cells.entries()) {
    const above = split[index] ? upper : 0
    const text = cell.lines.length * lineHeight(style)
    drawCell(sheet, cell, boxes[index], top - above - (height - above - text) / 2)
  }
  for (const { lines, box } of over) {
    drawCell(sheet, { lines, style }, box, top - PADDING)
    rule(sheet.page, [box.x, top - upper, box.x + box.width, top - upper])
  }
  const right = WHOLE.x + WHOLE.width
  rule(sheet.page, [WHOLE.x, top, right, top], [WHOLE.x, bottom, right, bottom], [right, top, right, bottom])
  for (const [index, { x }] of boxes.entries()) {
    // Between the two halves of a period the upright begins below their common head.
    const inside = over.some(({ box }) => x > box.x + 0.1 && x < box.x + box.width - 0.1)
    rule(sheet.page, [x, inside && index > 0 ? top - upper : top, x, bottom])
  }
  sheet.y = bottom
}
