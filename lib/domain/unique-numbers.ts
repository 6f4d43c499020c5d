import { ALL_FIELDS, type AnswersOf } from '@/lib/catalogue'
import type { Change } from './changes'
import type { Edit } from './record'

/** Numbers no two people share: whose they are is for the server to look up. */
export const UNIQUE_NUMBERS = ALL_FIELDS.filter(({ unique, table }) => unique && table === null)

/** The numbers among these changes that somebody else may have. */
export const claimed = (changes: readonly Change[]) =>
  changes.flatMap(({ section, code, after }) =>
    typeof after === 'string' && UNIQUE_NUMBERS.some((field) => field.section === section && field.code === code)
      ? [{ section, code, value: after }]
      : [],
  )

/** Says that the number is taken, and what to do; never whose it is. */
const TAKEN =
  'Số này đã có trong một hồ sơ khác. Xem lại từng chữ số trên giấy tờ; nếu vẫn đúng thì báo cán bộ hồ sơ của đơn vị.'

/** The edit without the numbers that stand in another record: the answer before stays, with a sentence. */
export function withoutTaken(edit: Edit, before: AnswersOf, taken: readonly string[]): Edit {
  if (taken.length === 0) return edit
  return {
    changes: edit.changes.filter(({ code }) => !taken.includes(code)),
    section: { ...edit.section, ...Object.fromEntries(taken.map((code) => [code, before[code] ?? null])) },
    errors: { ...edit.errors, ...Object.fromEntries(taken.map((code) => [code, TAKEN])) },
  }
}
