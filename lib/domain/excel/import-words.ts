import type { IssueKind } from './import-plan'
import type { Repair } from './read-cell'

/** What is said of a kind of cells, and what becomes of them. */
export const ISSUE_WORDS: Record<IssueKind, { title: string; says: string }> = {
  refused: { title: 'Không nhận', says: 'Sửa trong tệp rồi đưa lên lại. Các ô này không được ghi.' },
  repair: { title: 'Sửa được', says: 'Chọn cách sửa ở trên rồi đọc thử lại. Chưa chọn thì không ghi.' },
  unmatched: {
    title: 'Chờ ánh xạ',
    says: 'Giá trị ngoài danh mục, được giữ nguyên chữ để ánh xạ sau. Không gửi đi đâu.',
  },
  conflict: {
    title: 'Hai giá trị',
    says: 'Tệp và hồ sơ ghi khác nhau. Chọn giá trị đúng từng ô; chưa chọn thì giữ hồ sơ.',
  },
  newer: { title: 'Hồ sơ mới hơn', says: 'Hồ sơ đã sửa sau khi xuất tệp. Giữ giá trị trong hồ sơ.' },
  notImported: { title: 'Không nhập', says: 'Theo hồ sơ tổ chức, không nhập từ tệp.' },
}

export const REPAIR_WORDS: Record<Repair, string> = {
  leadingZero: 'Thêm lại số 0 ở đầu mà Excel làm mất',
  serialDay: 'Đổi số thứ tự ngày của Excel thành ngày',
  composed: 'Ghép dấu tiếng Việt gõ rời thành chữ đúng',
  tcvn3: 'Đổi chữ phông TCVN3 (.VnTime) sang Unicode',
  vni: 'Đổi chữ phông VNI sang Unicode',
}

export const IMPORT_STATE_WORDS: Record<string, string> = {
  mapping: 'Chưa đọc thử',
  judged: 'Đã đọc thử',
  done: 'Đã nhập',
  expired: 'Hết hạn giữ',
}

/** `1.234 ô`. */
export const sayCells = (count: number) => `${count.toLocaleString('vi')} ô`
