import { type FieldError, type MessageRow, readComplaint, SHIPPED_MESSAGES } from '../national-errors'

/** A row as an administrator wrote it. Days are `YYYY-MM-DD`; of a key the last one whose day has come counts. */
export type WrittenRow = MessageRow & { id: number; validFrom: string; withdrawn: boolean }

/** The table of a day: what was written for that day, the newest first, then what the portal comes with, each in its newest words. */
export function messageTable(written: readonly WrittenRow[], day: string): MessageRow[] {
  const newest = new Map<string, WrittenRow>()
  for (const row of written.toSorted((a, b) => a.id - b.id)) if (row.validFrom <= day) newest.set(row.key, row)
  const shipped = new Set(SHIPPED_MESSAGES.map(({ key }) => key))
  const ours = [...newest.values()].filter(({ key, withdrawn }) => !withdrawn && !shipped.has(key))
  return [
    ...ours.toSorted((a, b) => b.id - a.id),
    ...SHIPPED_MESSAGES.flatMap((row) => {
      const instead = newest.get(row.key)
      return instead === undefined ? [row] : instead.withdrawn ? [] : [instead]
    }),
  ]
}

/** The same complaint by another table; as it was where that table takes it for no complaint at all. */
export function readAnew(error: FieldError, table: readonly MessageRow[]): FieldError {
  const read = readComplaint(error.raw, table)
  return typeof read === 'string' ? error : read
}

/** What kinds of errors there are to choose from, and who mends each. */
export const ERROR_KINDS = {
  E_CATALOG: 'Mã không có trong danh mục của Bộ, đơn vị sửa',
  E_REQUIRED: 'Còn trống, đơn vị sửa',
  E_FORMAT: 'Không đúng dạng Bộ quy định, đơn vị sửa',
  E_UNIT_SCOPE: 'Quyền gửi thay đơn vị, quản trị tích hợp sửa',
  E_SCHEMA: 'Gói tin, quản trị tích hợp sửa',
} as const

export type ErrorKind = keyof typeof ERROR_KINDS
