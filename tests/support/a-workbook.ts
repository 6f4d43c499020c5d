import { readSheets } from '@/lib/documents/read-sheet'
import { textOf } from '@/lib/domain/excel/sheet-cell'

/** Every sheet of a workbook by name, as rows of text. */
export async function sheetsIn(bytes: Uint8Array): Promise<Map<string, string[][]>> {
  const sheets = new Map<string, string[][]>()
  for (const sheet of await readSheets(bytes, 2_000_000_000)) {
    const rows: string[][] = []
    for await (const portion of sheet.rows()) for (const { cells } of portion) rows.push(cells.map(textOf))
    sheets.set(sheet.name, rows)
  }
  return sheets
}
