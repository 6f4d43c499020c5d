import { type AnswersOf, fieldNamed, isTable, type RecordData, type SectionId } from '@/lib/catalogue'
import { rowsOf } from '../changes'
import type { Finding } from '../rules/rule'

/** What a list that was brought in said at a place whose code list has no such value. */
export type WaitingWord = {
  section: string
  code: string
  rowId: string | null
  column: string | null
  text: string
  fileName: string
}

/** What stands now where a word waits; undefined where the row is gone. */
export function answerAt(data: RecordData, section: SectionId, { code, rowId, column }: WaitingWord): unknown {
  const answer = (data[section] as AnswersOf)[code] ?? null
  if (column === null) return answer
  const row = rowsOf(answer).find(({ id }) => id === rowId)
  return row && (row[column] ?? null)
}

/** Words that still wait, said at their fields: choosing a value there answers them. */
export const waitingFindings = (data: RecordData, section: SectionId, words: readonly WaitingWord[]): Finding[] =>
  words
    .filter(
      (word) => word.section === section && fieldNamed(section, word.code) && answerAt(data, section, word) === null,
    )
    .map((word) => {
      const field = fieldNamed(section, word.code)
      const row = field && isTable(field) && word.rowId !== null && word.column !== null
      return {
        ...{ rule: 'waiting-word', severity: 'warning' },
        place: { section, code: word.code, ...(row ? { row: word.rowId ?? '', column: word.column ?? '' } : {}) },
        sentence: `Tệp “${word.fileName}” ghi “${word.text}”, danh mục không có giá trị này. Chọn giá trị đúng ở đây, hoặc cán bộ hồ sơ chọn ở trang Chờ ánh xạ.`,
      }
    })
