import { type AnswersOf, fieldNamed, isTable, type SectionId } from '@/lib/catalogue'
import { type Change, diffSection, rowsOf } from './changes'
import type { Edit } from './record'

export const KEPT = 'Dòng đã được duyệt không xóa được. Sửa nội dung, hoặc ghi tháng hết hiệu lực.'

type RowOfTable = { section: SectionId; code: string; row: string }

/** Rows these changes take out of tables that keep what was approved. */
export const removals = (changes: readonly Change[]): RowOfTable[] =>
  changes.flatMap(({ section, code, row, after }) => {
    const table = fieldNamed(section, code)
    return table && isTable(table) && table.keepsApproved && row !== null && after === null
      ? [{ section, code, row }]
      : []
  })

/** The edit with these rows put back behind the others, and a sentence at their table. */
export function withKept(edit: Edit, section: SectionId, before: AnswersOf, kept: readonly RowOfTable[]): Edit {
  if (kept.length === 0) return edit
  const codes = [...new Set(kept.map(({ code }) => code))]
  const tables = codes.map((code) => {
    const back = rowsOf(before[code]).filter(({ id }) => kept.some((one) => one.code === code && one.row === id))
    return [code, [...rowsOf(edit.section[code]), ...back]]
  })
  const whole = { ...edit.section, ...Object.fromEntries(tables) }
  return {
    changes: diffSection(section, before, whole),
    section: whole,
    errors: { ...edit.errors, ...Object.fromEntries(codes.map((code) => [code, KEPT])) },
  }
}
