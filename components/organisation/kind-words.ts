import type { OperationKind } from '@/lib/domain/organisation/operation'

export const KIND_WORDS: Record<string, string> & Record<OperationKind, string> = {
  create: 'Lập đơn vị',
  rename: 'Đổi tên, đổi mã',
  move: 'Chuyển cấp trên',
  close: 'Giải thể',
  merge: 'Hợp nhất, sáp nhập',
  split: 'Chia, tách',
  import: 'Nhập từ tệp',
  undo: 'Hoàn tác',
}
