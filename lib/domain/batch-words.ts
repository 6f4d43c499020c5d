export type BatchState = 'frozen' | 'waitingForRevocationCheck' | 'approved' | 'cancelled'

/** The states of a batch as the pages say them. */
export const BATCH_CHIPS: Record<BatchState, { word: string; chip: 'checked' | 'approved' | 'draft' }> = {
  frozen: { word: 'Chờ ký', chip: 'checked' },
  waitingForRevocationCheck: { word: 'Chờ kiểm tra thu hồi', chip: 'checked' },
  approved: { word: 'Đã duyệt', chip: 'approved' },
  cancelled: { word: 'Đã hủy', chip: 'draft' },
}

type Batch = { kind: 'monthly' | 'adHoc'; period: string; number: number }

/** `11/2026` of `2026-11`. */
export const sayMonth = (period: string) => `${Number(period.slice(5, 7))}/${period.slice(0, 4)}`

/** `Tháng 11/2026`, `Tháng 11/2026, đợt 2`, `Ký riêng 3, tháng 11/2026`. */
export function batchName({ kind, period, number }: Batch): string {
  if (kind === 'adHoc') return `Ký riêng, đợt ${number} tháng ${sayMonth(period)}`
  return number === 1 ? `Tháng ${sayMonth(period)}` : `Tháng ${sayMonth(period)}, đợt ${number}`
}

/** What the head stands by when signing (Quy chế, Điều 12). */
export const responsibility = (count: number) =>
  `Tôi đã xem danh sách ${count.toLocaleString('vi')} hồ sơ trên đây. Tôi phê duyệt nội dung và chịu trách nhiệm trước Chủ tịch UBND tỉnh về dữ liệu của đơn vị.`

/** Each check of a signature, as a person reads it. */
export const CHECK_WORDS: Record<string, string> = {
  coverage: 'Chữ ký bao toàn văn',
  format: 'Kiểu chữ ký',
  document: 'Nội dung nguyên vẹn',
  algorithm: 'Thuật toán',
  certificate: 'Gắn với chứng thư',
  signature: 'Chữ ký khớp',
  chain: 'Đường dẫn tin cậy',
  purpose: 'Mục đích chứng thư',
  validity: 'Hạn chứng thư',
  registered: 'Đăng ký cho người ký',
  revocation: 'Thu hồi',
  timestamp: 'Dấu thời gian',
  freshness: 'Ký trong phiên',
  demonstration: 'Chứng thư trình diễn',
}
