import { type SheetCell, textOf } from '@/lib/domain/excel/sheet-cell'
import { columnName, harmless, STYLE, words } from './cells'
import type { SheetRow } from './scan-rows'

export type Mark = keyof Pick<typeof STYLE, 'refused' | 'unmatched' | 'repair'>

/** Rows of somebody's sheet in their places, each cell as it was read, coloured where `markAt` says so. */
export function markedRows(
  rows: readonly SheetRow[],
  markAt: (line: number, column: number) => Mark | null,
): Uint8Array {
  const lines = rows.map(({ line, cells }) => {
    const said = cells.map((cell, at) => {
      const text = spoken(cell)
      const mark = markAt(line, at)
      return text === ''
        ? ''
        : words(`${columnName(at)}${line}`, harmless(text), mark === null ? STYLE.text : STYLE[mark])
    })
    return `<row r="${line}">${said.join('')}</row>`
  })
  return Buffer.from(lines.join(''), 'utf8')
}

const spoken = (cell: SheetCell) =>
  typeof cell !== 'string' && cell.as === 'day' ? cell.text.split('-').reverse().join('/') : textOf(cell)
