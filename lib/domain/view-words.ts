import { fieldNamed, isSectionId } from '@/lib/catalogue'

/** Where somebody saw a record, as the person it is about reads it. */
export const SEEN_ON = {
  record: 'xem cả hồ sơ',
  form: 'xem trên mẫu',
  history: 'xem lịch sử',
  edit: 'mở để ghi phần của đơn vị',
  review: 'so sánh cũ và mới',
  approval: 'xem trong danh sách ký duyệt',
  delivery: 'xem lần gửi Bộ',
  past: 'xem bản đã duyệt trước ngày chuyển đi',
  duplicate: 'so sánh với hồ sơ nghi trùng',
  evidence: 'xem minh chứng',
} as const

export type SeenOn = keyof typeof SEEN_ON

const FORMATS: Record<string, string> = {
  pdf: 'xuất tệp PDF',
  docx: 'xuất tệp DOCX',
  json: 'tải bằng chứng',
  zip: 'xuất PDF cùng cả đơn vị',
  xlsx: 'xuất ra Excel cùng cả đơn vị',
}

/** An entry of the log in the person's words; older entries do not say where. */
export function seenWords(action: string, detail: Readonly<Record<string, unknown>>): string {
  if (action === 'record.exported') return FORMATS[String(detail.format)] ?? 'xuất tệp'
  if (action === 'record.purposeStated') return detail.sensitive === true ? 'mở giá trị nhạy cảm' : 'ghi mục đích xem'
  const page = detail.page
  if (page === 'evidence' && Array.isArray(detail.fields)) return `${SEEN_ON.evidence}: ${fieldWords(detail.fields)}`
  return typeof page === 'string' && page in SEEN_ON ? SEEN_ON[page as SeenOn] : 'mở hồ sơ'
}

/** `identity.citizen_id` by its label; one's own record, so sensitive ones too. */
const fieldWords = (fields: readonly unknown[]) =>
  fields
    .map((field) => {
      const [section = '', code = ''] = String(field).split('.')
      return (isSectionId(section) && fieldNamed(section, code)?.label) || code
    })
    .join(', ')
