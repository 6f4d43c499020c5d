import { columnsOf, type PlacedTable } from '@/lib/catalogue'
import { plain } from '@/lib/catalogue/code-list'
import { isRowId, type Row } from '@/lib/catalogue/kinds/table'
import { MOST_ROWS } from '@/lib/catalogue/most-rows'
import { same } from '../changes'
import type { CellMemory } from './cell-memory'
import { CITIZEN_ID, FULL_NAME, keyOf } from './columns'
import type { Base, ImportedLine, Issue, MappedSheet, Waiting } from './import-plan'
import { mergeCell, quoted } from './merge-cell'
import { isFilled, type SheetCell, textOf } from './sheet-cell'

export type RowsCall = {
  table: PlacedTable
  sheet: MappedSheet
  lines: readonly ImportedLine[]
  current: readonly Row[]
  base: Base | undefined
  isNew: boolean
  mayWrite: boolean
  memory: CellMemory
  takeOf: (line: ImportedLine, column: number) => 'file' | 'record' | null
  /** Where a new row has no id of its own: the same for the same line of the same file. */
  newId: (line: ImportedLine) => string
}

export type RowsPlan = { rows: Row[]; stored: number; issues: Issue[]; waiting: Waiting[] }

const NO_KIND = 'Cột “Thuộc mục” chưa ghi đúng loại của dòng này.'
const GONE = 'Dòng này đã được xóa trong hồ sơ sau khi xuất tệp.'

/** The rows of a table after the lines of the file: found by id, else by saying the same; the rest are new. */
export function planRows(call: RowsCall): RowsPlan {
  const plan: RowsPlan = { rows: [...call.current], stored: 0, issues: [], waiting: [] }
  for (const line of call.lines) planLine(line, call, plan)
  return plan
}

function planLine(line: ImportedLine, call: RowsCall, plan: RowsPlan) {
  const { table, sheet, base, isNew } = call
  const helps = helpOf(line, sheet)
  const kind = kindOf(table, helps.kind)
  const filled = sheet.keys.flatMap((key, column) => (key !== null && isFilled(line.cells[column]) ? [column] : []))
  const whole = (sentence: string, issue: Issue['kind'] = 'refused') =>
    plan.issues.push({ ...wholeLine(line, filled.length), kind: issue, sentence })
  if (table.rowKinds && kind === null) return whole(NO_KIND)
  const id = helps.row !== null && isRowId(helps.row) ? helps.row : call.newId(line)
  const at = plan.rows.findIndex((row) => row.id === id)
  if (at < 0 && !isNew && helps.row !== null && base?.rows.has(`${table.code}.${id}`)) return whole(GONE, 'newer')
  if (at < 0 && plan.rows.length >= MOST_ROWS) return whole(`Bảng này ghi tối đa ${MOST_ROWS} dòng.`)
  const earlier = plan.rows[at]
  if (earlier && table.rowKinds && earlier.kind !== kind)
    return whole('Dòng này đã thuộc mục khác. Thêm thành dòng mới.')
  const { row, stored, issues, waiting } = mergeRow(line, call, { id, kind, earlier })
  const answered = columnsOf(table).some(({ code }) => (row[code] ?? null) !== null)
  if (!earlier && !answered) {
    // Nothing to hang a waiting word on: the whole line is told.
    plan.issues.push(...issues.map((issue) => (issue.kind === 'unmatched' ? asRefused(issue) : issue)))
    plan.stored += filled.length - issues.length
    return
  }
  const twin = earlier ? -1 : plan.rows.findIndex((one) => same({ ...one, id: '' }, { ...row, id: '' }))
  if (at >= 0) plan.rows[at] = row
  else if (twin < 0 || issues.length > 0) plan.rows.push(row)
  plan.stored += stored + helps.count
  plan.issues.push(...issues)
  plan.waiting.push(...waiting)
}

type Place = { id: string; kind: string | null; earlier: Row | undefined }

function mergeRow(line: ImportedLine, call: RowsCall, { id, kind, earlier }: Place) {
  const { table, sheet, base, isNew, mayWrite, memory } = call
  const before = base?.rows.get(`${table.code}.${id}`)
  const result = { stored: 0, issues: [] as Issue[], waiting: [] as Waiting[] }
  const row: Row = earlier ? { ...earlier } : emptyRow(table, id, kind)
  for (const field of columnsOf(table)) {
    const key = keyOf(field)
    const column = sheet.keys.indexOf(key)
    const cell = line.cells[column]
    if (column < 0 || !isFilled(cell)) continue
    const merged = mergeCell({
      ...{ field, cell, mayWrite: mayWrite || isNew, lists: memory.context.lists, kind: kind ?? undefined },
      read: memory.read(field, key, cell, kind ?? undefined),
      current: row[field.code] ?? null,
      base: !earlier || !base ? undefined : (before?.[field.code] ?? null),
      exported: isNew ? before?.[field.code] : undefined,
      take: call.takeOf(line, column),
    })
    if (merged.is === 'write') row[field.code] = merged.value
    if (merged.is !== 'issue') result.stored += 1
    else {
      result.issues.push({ sheet: line.sheet, line: line.line, column, text: quoted(cell), cells: 1, ...merged.issue })
      if (merged.list !== undefined) {
        const place = { section: table.section, code: table.code, rowId: id, column: field.code, kind }
        result.waiting.push({ ...place, list: merged.list, text: merged.text ?? '' })
      }
    }
  }
  return { row, ...result }
}

const emptyRow = (table: PlacedTable, id: string, kind: string | null): Row => ({
  id,
  ...(kind === null ? {} : { kind }),
  ...Object.fromEntries(columnsOf(table).map(({ code }) => [code, null])),
})

/** The cells that only help to find the row; they are stored where it is. */
function helpOf({ cells }: ImportedLine, { keys }: MappedSheet) {
  const cell = (key: string): SheetCell | undefined => cells[keys.indexOf(key)]
  const text = (key: string) => (isFilled(cell(key)) ? textOf(cell(key)).trim() : null)
  const count = [CITIZEN_ID, FULL_NAME, '@kind', '@row'].filter((key) => isFilled(cell(key))).length
  return { kind: text('@kind'), row: text('@row'), count }
}

const kindOf = ({ rowKinds }: PlacedTable, said: string | null): string | null =>
  said === null
    ? null
    : (rowKinds?.find(({ code, label }) => code === said || plain(label) === plain(said))?.code ?? null)

const asRefused = (issue: Issue): Issue => ({
  ...issue,
  kind: 'refused',
  sentence: 'Giá trị này chưa có trong danh mục và dòng không còn nội dung nào khác. Ánh xạ rồi đọc thử lại.',
})

/** An issue about all filled cells of a line. */
export const wholeLine = ({ sheet, line }: ImportedLine, cells: number): Issue => ({
  ...{ sheet, line, column: null, kind: 'refused', detail: null, text: '', proposal: null, sentence: null },
  cells,
})
