import { textOf } from '@/lib/domain/excel/sheet-cell'
import { readCsv } from './read-csv'
import { UnreadableSheet } from './sheet-fault'
import { isCompound, isZip, type ReadableSheet, readBook } from './xlsx/read-book'
import type { SheetRow } from './xlsx/scan-rows'

export { UnreadableSheet }

/** Larger when unpacked is not a list of units or people, but somebody's trick. */
const MOST_UNPACKED = 40_000_000

/** The sheets of a workbook, or a CSV as its only one. `most` bytes when unpacked. Throws `UnreadableSheet`. */
export async function readSheets(bytes: Uint8Array, most: number): Promise<ReadableSheet[]> {
  if (isZip(bytes) || isCompound(bytes)) return readBook(bytes, most)
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-') throw new UnreadableSheet('notSheet')
  const rows = readCsv(bytes).map((cells, at): SheetRow => ({ line: at + 1, hidden: false, cells }))
  async function* all() {
    yield rows
  }
  return [{ name: '', hidden: false, rows: all, merges: () => [] }]
}

/**
 * The first sheet of a workbook, or a CSV, as rows of text, as far down as anything stands. Days come as `YYYY-MM-DD`, numbers as
 * written in full; letters are composed (NFC), whatever the machine the file was made on. Throws `UnreadableSheet`.
 */
export async function readSheet(bytes: Uint8Array): Promise<string[][]> {
  const [first] = await readSheets(bytes, MOST_UNPACKED)
  const rows: string[][] = []
  for await (const portion of first?.rows() ?? []) {
    for (const { line, cells } of portion) {
      while (rows.length < line - 1) rows.push([])
      rows.push(cells.map((cell) => tidy(textOf(cell))))
    }
  }
  return rows.slice(0, rows.findLastIndex((row) => row.some((text) => text !== '')) + 1)
}

const tidy = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim()
