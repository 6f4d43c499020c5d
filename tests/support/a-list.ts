import { book } from '@/lib/documents/xlsx/book'
import { sheetRows } from '@/lib/documents/xlsx/workbook'

/** A workbook of plain sheets, heads first. */
export const aList = (sheets: Record<string, (string | null)[][]>): Uint8Array =>
  book(
    Object.entries(sheets).map(([name, [heads = [], ...rows]]) => {
      const columns = heads.map((label) => ({ label: label ?? '', width: 12 }))
      return {
        name,
        columns,
        rows: [
          sheetRows(
            columns.map(({ label }) => ({ label, kind: 'text' })),
            rows,
            0,
          ),
        ],
        count: rows.length,
      }
    }),
  )
