import type { RecordData } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { book } from '@/lib/documents/xlsx/book'
import { sheetRows } from '@/lib/documents/xlsx/workbook'
import { joinPieces, packPiece } from '@/lib/documents/zip'
import { EXCEL_SHEETS, type ExcelSheet } from '@/lib/domain/excel/columns'
import { exportRows } from '@/lib/domain/excel/export-rows'
import { aFullRecord } from '@/tests/support/fullest-record'

const DIFFERENT = 40
const A_PIECE = 1_000

/** So many people nobody has yet, with every answer that stands alone, as the rows of a sheet and as a workbook. */
export function aListOf(count: number): { bytes: Uint8Array; rows: string[][] } {
  const [main] = EXCEL_SHEETS as [ExcelSheet]
  const kinds = main.columns.map(({ label }) => ({ label, kind: 'text' as const }))
  const patterns = Array.from({ length: DIFFERENT }, (_, seed) => cellsOf(aFullRecord(seed + 1), main))
  const at = (key: string) => main.columns.findIndex((column) => column.key === key)
  const [citizen, name, staff, insurance, unit, managing, national] = [
    ...['identity.citizen_id', 'identity.full_name', 'agency.staff_number', 'identity.social_insurance_no'],
    ...['agency.employing_unit', 'agency.managing_authority', 'agency.national_staff_id'],
  ].map(at) as [number, number, number, number, number, number, number]
  const rows = Array.from({ length: count }, (_, line) => {
    const row = [...(patterns[line % DIFFERENT] ?? [])]
    row[citizen] = String(87_270_000_000 + line).padStart(12, '0')
    row[name] = `Nguyễn Thị ${['Ẵm', 'Hoa', 'Lan', 'Mai', 'Đào'][line % 5]}`
    row[staff] = `BM-${line}`
    row[insurance] = String(8_000_000_000 + line)
    for (const derived of [unit, managing, national]) row[derived] = ''
    return row
  })
  const pieces = Array.from({ length: Math.ceil(count / A_PIECE) }, (_, piece) =>
    packPiece(sheetRows(kinds, rows.slice(piece * A_PIECE, (piece + 1) * A_PIECE), piece * A_PIECE)),
  )
  const columns = kinds.map(({ label }) => ({ label, width: 12 }))
  return { rows, bytes: book([{ name: main.name, columns, rows: [], count, packed: joinPieces(pieces) }]) }
}

const cellsOf = (data: RecordData, sheet: ExcelSheet) =>
  (exportRows(data, sheet, codeLists)[0] ?? []).map((cell) => cell ?? '')
