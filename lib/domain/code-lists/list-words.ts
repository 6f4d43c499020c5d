import type { CodeEntry } from '@/lib/catalogue/code-list'
import { sayPartialDay } from '@/lib/catalogue/days'
import type { ListDifference } from './compare-list'
import type { EntryEdit } from './edit-entry'

/** What an edit did, for the list of versions: “đóng 05 “Hạ bậc lương” sau 30/06/2025, thay bằng 04”. */
export function sayEdit(edit: EntryEdit, before: CodeEntry | undefined): string {
  const name = `${edit.code} “${before?.label ?? ''}”`
  switch (edit.kind) {
    case 'add':
      return `thêm ${edit.code} “${edit.label}” từ ${sayPartialDay(edit.validFrom)}`
    case 'close':
      return `đóng ${name} sau ngày ${sayPartialDay(edit.validUntil)}${edit.successor ? `, thay bằng ${edit.successor}` : ''}`
    case 'rename':
      return `đổi tên ${name} thành “${edit.label}”`
    case 'succeed':
      return edit.successor ? `ghi ${edit.successor} thay ${name}` : `bỏ mã thay của ${name}`
  }
}

export const sayDifference = ({ added, changed, closed }: ListDifference): string =>
  [
    ...(added.length > 0 ? [`thêm ${added.length}`] : []),
    ...(changed.length > 0 ? [`sửa ${changed.length}`] : []),
    ...(closed.length > 0 ? [`đóng ${closed.length}`] : []),
  ].join(', ')

/** What differs between two states of an entry, one sentence each. */
export function sayEntryChange(before: CodeEntry, after: CodeEntry): string {
  const ends = before.validUntil !== after.validUntil
  const day = (value: string | null) => (value === null ? 'không giới hạn' : sayPartialDay(value))
  return [
    ...(before.label === after.label ? [] : [`tên: “${before.label}” thành “${after.label}”`]),
    ...(before.validFrom === after.validFrom
      ? []
      : [`hiệu lực từ: ${day(before.validFrom)} thành ${day(after.validFrom)}`]),
    ...(ends && after.validUntil !== null ? [`đóng sau ngày ${day(after.validUntil)}`] : []),
    ...(ends && after.validUntil === null ? ['dùng lại, không còn ngày kết thúc'] : []),
    ...(before.group === after.group ? [] : [`nhóm: ${before.group ?? 'không'} thành ${after.group ?? 'không'}`]),
    ...(before.successor === after.successor
      ? []
      : [`mã thay: ${before.successor ?? 'không'} thành ${after.successor ?? 'không'}`]),
    ...(before.note === after.note ? [] : [`ghi chú: ${after.note ?? 'bỏ'}`]),
    ...(before.withdrawn && !after.withdrawn ? ['dùng lại giá trị đã rút'] : []),
  ].join('; ')
}
