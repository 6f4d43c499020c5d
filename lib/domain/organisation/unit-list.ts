import { plain } from '@/lib/catalogue/code-list'
import { isUnitCode, UNIT_TYPES } from '../unit-tree'

/** A line of a list of units, by the heads of its columns. `line` is counted as the spreadsheet counts. */
export type UnitLine = {
  line: number
  code: string
  name: string
  typeCode: string
  parentCode: string | null
  agencyCode: string | null
  legacyCode: string | null
  nationalCode: string | null
}

export type LineFault = { line: number; column: string; sentence: string }

/** Heads as in the template; found without regard to accents, case and order. */
export const UNIT_COLUMNS = {
  code: 'Mã trong tỉnh',
  name: 'Tên đơn vị',
  typeCode: 'Loại đơn vị',
  parentCode: 'Mã cấp trên',
  agencyCode: 'Mã định danh',
  legacyCode: 'Mã định danh cũ',
  nationalCode: 'Mã đơn vị của Bộ',
} as const
export type UnitColumn = keyof typeof UNIT_COLUMNS

/** Reads what the sheet says, and what of it cannot be read. `needed` are the columns without which nothing is read. */
export function readUnitList(rows: readonly (readonly string[])[], needed: readonly UnitColumn[]) {
  const head = (rows[0] ?? []).map(plain)
  const at = Object.fromEntries(
    Object.entries(UNIT_COLUMNS).map(([column, label]) => [column, head.indexOf(plain(label))]),
  ) as Record<UnitColumn, number>
  const absent = needed.filter((column) => at[column] < 0)
  if (absent.length > 0) {
    const sentence = `Thiếu cột ${absent.map((column) => `“${UNIT_COLUMNS[column]}”`).join(', ')} ở dòng đầu.`
    return { lines: [], faults: [{ line: 1, column: '', sentence }] }
  }
  const lines = rows.slice(1).flatMap((row, index) => {
    const cell = (column: UnitColumn) => (at[column] < 0 ? '' : (row[at[column]] ?? ''))
    const or = (column: UnitColumn) => cell(column) || null
    if (row.every((one) => one === '')) return []
    return [
      {
        ...{ line: index + 2, code: cell('code'), name: cell('name'), typeCode: typeOf(cell('typeCode')) },
        ...{ parentCode: or('parentCode'), agencyCode: or('agencyCode'), legacyCode: or('legacyCode') },
        nationalCode: or('nationalCode'),
      },
    ]
  })
  return { lines, faults: lines.flatMap((line) => faultsOf(line, needed)) }
}

/** By code or by words. */
const typeOf = (typed: string) =>
  UNIT_TYPES.find(({ code, label }) => code === typed || plain(label) === plain(typed))?.code ?? typed

function faultsOf(line: UnitLine, needed: readonly UnitColumn[]): LineFault[] {
  const fault = (column: UnitColumn, sentence: string) => ({ line: line.line, column: UNIT_COLUMNS[column], sentence })
  const blank = needed.filter((column) => column !== 'parentCode' && line[column] === '')
  return [
    ...blank.map((column) => fault(column, 'Ô này để trống. Ghi giá trị.')),
    ...(needed.includes('code') && line.code !== '' && !isUnitCode(line.code)
      ? [fault('code', `“${line.code}”: mã gồm chữ thường không dấu, chữ số, gạch nối.`)]
      : []),
    ...(needed.includes('typeCode') && line.typeCode !== '' && !UNIT_TYPES.some(({ code }) => code === line.typeCode)
      ? [fault('typeCode', `“${line.typeCode}” không có trong danh mục loại đơn vị.`)]
      : []),
    ...(line.name.length > 255 ? [fault('name', 'Tên dài quá 255 ký tự.')] : []),
  ]
}
