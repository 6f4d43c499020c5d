import { plain } from '@/lib/catalogue/code-list'
import { isRealDay, readPartialDay } from '@/lib/catalogue/days'

/** Columns a file of a code list may have; the first two are needed. What a file does not have stays as it is. */
export const LIST_COLUMNS = {
  code: 'Mã',
  label: 'Tên',
  validFrom: 'Hiệu lực từ ngày',
  validUntil: 'Đến hết ngày',
  group: 'Nhóm',
  successor: 'Mã thay thế',
  note: 'Ghi chú',
} as const
export type ListColumn = keyof typeof LIST_COLUMNS

/** Heads as ministries write them, without accents. */
const HEADS: Record<ListColumn, readonly string[]> = {
  code: ['ma', 'ma so', 'code', 'ma danh muc', 'ma gia tri', 'ky hieu'],
  label: [
    'ten',
    'ten goi',
    'label',
    'labelvi',
    'name',
    'gia tri',
    'noi dung',
    'ten danh muc',
    'ten gia tri',
    'dien giai',
  ],
  validFrom: [
    'hieu luc tu ngay',
    'hieu luc tu',
    'tu ngay',
    'ngay hieu luc',
    'co hieu luc tu',
    'validfrom',
    'valid_from',
  ],
  validUntil: [
    'den het ngay',
    'den ngay',
    'hieu luc den',
    'het hieu luc',
    'ngay het hieu luc',
    'validuntil',
    'valid_until',
  ],
  group: ['nhom', 'group', 'branch'],
  successor: ['ma thay the', 'ma moi', 'thay bang', 'successor', 'successorcode', 'successor_code'],
  note: ['ghi chu', 'note', 'mo ta'],
}

export type ListLine = { line: number; code: string; label: string } & {
  [Column in Exclude<ListColumn, 'code' | 'label'>]: string | null
}
export type LineFault = { line: number; column: string; sentence: string }
export type ListFile = { lines: ListLine[]; columns: ReadonlySet<ListColumn>; faults: LineFault[] }

/** Titles and the like may stand above the heads. */
const TOP_LINES = 20
const MOST_CODE = 40
const MOST_LABEL = 300

/** The lines of a ministry's list. Heads are found without regard to accents, case and order. */
export function readListLines(rows: readonly (readonly string[])[]): ListFile {
  const head = rows.slice(0, TOP_LINES).findIndex((row) => placesIn(row).code >= 0 && placesIn(row).label >= 0)
  if (head < 0) {
    const sentence = 'Không thấy dòng tiêu đề có cột “Mã” và cột “Tên”. Ghi hai tiêu đề này rồi đọc lại.'
    return { lines: [], columns: new Set(), faults: [{ line: 1, column: '', sentence }] }
  }
  const at = placesIn(rows[head] ?? [])
  const columns = new Set((Object.keys(at) as ListColumn[]).filter((column) => at[column] >= 0))
  const faults: LineFault[] = []
  const seen = new Map<string, number>()
  const lines = rows.slice(head + 1).flatMap((row, index): ListLine[] => {
    const line = head + 2 + index
    const cell = (column: ListColumn) => (at[column] < 0 ? '' : bare(row[at[column]] ?? ''))
    if (row.every((text) => text.trim() === '')) return []
    const code = cell('code')
    const label = cell('label')
    const fault = (column: ListColumn, sentence: string) =>
      faults.push({ line, column: LIST_COLUMNS[column], sentence })
    if (code === '') fault('code', 'Dòng không có mã.')
    if (code.length > MOST_CODE) fault('code', `Mã dài quá ${MOST_CODE} ký tự.`)
    if (label === '') fault('label', 'Dòng không có tên.')
    if (label.length > MOST_LABEL) fault('label', `Tên dài quá ${MOST_LABEL} ký tự.`)
    const before = seen.get(code)
    if (code !== '' && before !== undefined) fault('code', `Mã ${code} đã có ở dòng ${before}.`)
    seen.set(code, line)
    const day = (column: 'validFrom' | 'validUntil') => {
      const typed = cell(column)
      const read = typed === '' ? null : readPartialDay(typed)
      if (typed !== '' && (read === null || !isRealDay(read))) fault(column, `“${typed}” không phải ngày/tháng/năm.`)
      return read
    }
    const [validFrom, validUntil] = [day('validFrom'), day('validUntil')]
    if (validFrom && validUntil && validUntil < validFrom) fault('validUntil', 'Ngày kết thúc trước ngày bắt đầu.')
    return [
      {
        ...{ line, code, label, validFrom, validUntil },
        ...{ group: cell('group') || null, successor: cell('successor') || null, note: cell('note') || null },
      },
    ]
  })
  return { lines, columns, faults }
}

/** Without the apostrophe that workbooks taken away put before what a spreadsheet could take for a formula. */
const bare = (text: string) => text.trim().replace(/^'(?='*\s*[=+\-@])/, '')

const placesIn = (row: readonly string[]): Record<ListColumn, number> => {
  const heads = row.map((text) => plain(text).replace(/[.:*]+$/, ''))
  return Object.fromEntries(
    Object.entries(HEADS).map(([column, words]) => [column, heads.findIndex((head) => words.includes(head))]),
  ) as Record<ListColumn, number>
}
