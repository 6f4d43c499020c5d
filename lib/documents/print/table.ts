import type { Face } from './faces'
import { type Box, lineHeight, makeRoom, PAGE, rule, type Sheet, type Style, TEXT_WIDTH, textLine } from './sheet'
import { wrap } from './wrap'

export type Column = { title: string /** Share of the width of the text. */; share: number; align?: 'left' | 'centre' }

const PADDING = 3
const LINES_OF_A_ROW = 30

/** Writes a ruled table over as many pages as it takes; every page begins with the head again. */
export function table(
  sheet: Sheet,
  columns: Column[],
  rows: string[][],
  { head, body, size }: { head: Face; body: Face; size: number },
) {
  const boxes = boxesOf(columns)
  const headRow = setRow(
    columns.map(({ title }) => title),
    boxes,
    () => ({ face: head, size, align: 'centre' }),
  )
  const bodyRows = rows.flatMap((cells) =>
    inParts(setRow(cells, boxes, (index) => ({ face: body, size, ...aligned(columns[index]) }))),
  )
  // A head at the foot of a page, without a row below it, would be read as an empty table.
  makeRoom(sheet, headRow.height + (bodyRows[0]?.height ?? 0))
  drawRow(sheet, headRow, boxes)
  for (const row of bodyRows) {
    if (makeRoom(sheet, row.height)) drawRow(sheet, headRow, boxes)
    drawRow(sheet, row, boxes)
  }
  sheet.y -= 8
}

const aligned = (column: Column | undefined) => (column?.align ? { align: column.align } : {})

function boxesOf(columns: Column[]): Box[] {
  let x = PAGE.left
  return columns.map(({ share }) => {
    const box = { x, width: share * TEXT_WIDTH }
    x += box.width
    return box
  })
}

type Row = { cells: { lines: string[]; style: Style }[]; height: number }

function setRow(cells: string[], boxes: Box[], styleOf: (index: number) => Style): Row {
  const set = boxes.map(({ width }, index) => {
    const style = styleOf(index)
    return { lines: wrap(cells[index] ?? '', style.face, style.size, width - 2 * PADDING), style }
  })
  return sized(set)
}

const sized = (cells: Row['cells']): Row => ({
  cells,
  height: Math.max(...cells.map(({ lines, style }) => lines.length * lineHeight(style))) + 2 * PADDING,
})

/** A row that no page could hold goes on in further rows. */
function inParts(row: Row): Row[] {
  const longest = Math.max(...row.cells.map(({ lines }) => lines.length))
  const parts = Math.ceil(longest / LINES_OF_A_ROW)
  return Array.from({ length: parts }, (_, part) =>
    sized(
      row.cells.map(({ lines, style }) => ({
        lines: lines.slice(part * LINES_OF_A_ROW, (part + 1) * LINES_OF_A_ROW),
        style,
      })),
    ),
  )
}

function drawRow(sheet: Sheet, { cells, height }: Row, boxes: Box[]) {
  const [top, bottom] = [sheet.y, sheet.y - height]
  for (const [index, { lines, style }] of cells.entries()) {
    const box = boxes[index]
    if (!box) continue
    const inner = { x: box.x + PADDING, width: box.width - 2 * PADDING }
    for (const [number, line] of lines.entries())
      textLine(sheet.page, line, style, inner, top - PADDING - number * lineHeight(style))
  }
  const right = PAGE.left + TEXT_WIDTH
  const uprights = [...boxes.map(({ x }) => x), right].map((x): [number, number, number, number] => [x, top, x, bottom])
  rule(sheet.page, [PAGE.left, top, right, top], [PAGE.left, bottom, right, bottom], ...uprights)
  sheet.y = bottom
}
