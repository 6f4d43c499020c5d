import type { OperationKind } from '@/lib/domain/organisation/operation'

export const KIND_WORDS: Record<OperationKind | 'undo', string> = {
  create: 'Lập đơn vị',
  rename: 'Đổi tên, đổi mã',
  move: 'Chuyển cấp trên',
  close: 'Giải thể',
  merge: 'Hợp nhất, sáp nhập',
  split: 'Chia, tách',
  undo: 'Hoàn tác',
}
