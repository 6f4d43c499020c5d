import type { DeliveryState, ReasonCode } from './push'
import { REASONS } from './push'

type Words = { word: string; chip: 'draft' | 'submitted' | 'returned' | 'synced' | 'error' | 'none' }

/** The states of a delivery as the pages say them, in the order in which they are counted. */
export const DELIVERY_WORDS: Record<DeliveryState, Words> = {
  accepted: { word: 'Bộ đã nhận', chip: 'synced' },
  waiting: { word: 'Chờ gửi', chip: 'submitted' },
  sending: { word: 'Đang gửi', chip: 'submitted' },
  refused: { word: 'Bộ từ chối', chip: 'error' },
  parked: { word: 'Ngừng gửi', chip: 'error' },
  held: { word: 'Giữ lại', chip: 'returned' },
  excluded: { word: 'Không gửi', chip: 'draft' },
  superseded: { word: 'Thay bằng bản mới', chip: 'draft' },
}

export const DELIVERY_STATES = Object.keys(DELIVERY_WORDS) as DeliveryState[]

/** Only what nobody is sending any more, and of a person only the newest version. */
export const mayBeResent = ({ state, isNewest }: { state: DeliveryState; isNewest: boolean }) =>
  isNewest && (state === 'refused' || state === 'parked' || state === 'held')

/** Why deliveries are stuck: `E_CATALOG:DanToc` after a refusal, else a code of `REASONS`. */
export type Cause = { key: string; label: string | null; raw: string | null }

/** The title of a cause. */
export function sayCause({ key, label, raw }: Cause): string {
  if (key in REASONS) return TITLES[key as ReasonCode]
  // What stands in brackets helps to fill the form in; here it only makes the line long.
  const words = label?.replace(/\s*\([^)]*\)/g, '') ?? null
  const field = words ?? raw ?? 'Một mục'
  switch (key.split(':')[0]) {
    case 'E_CATALOG':
      return words ? `${words}: mã không có trong danh mục của Bộ` : `Bộ trả lời: ${raw}`
    case 'E_REQUIRED':
      return `${field}: còn trống`
    case 'E_FORMAT':
      return `${field}: không đúng dạng Bộ quy định`
    case 'E_SCHEMA':
      return 'Bộ không đọc được gói tin'
    case 'E_UNIT_SCOPE':
      return 'Tài khoản kết nối chưa được gửi thay đơn vị này'
    default:
      return raw ? `Bộ trả lời: ${raw}` : 'Bộ không nói lý do'
  }
}

/** Who mends it, and how. */
export function whoMends(key: string): string {
  if (key in REASONS) return MENDERS[key as ReasonCode]
  if (/^E_(CATALOG|REQUIRED|FORMAT)/.test(key)) return 'Đơn vị sửa, thủ trưởng ký lại'
  return 'Quản trị tích hợp'
}

const TITLES: Record<ReasonCode, string> = {
  recordClosed: 'Hồ sơ đã đóng vì trùng người',
  categoryNotSent: 'Đối tượng không thuộc cơ sở dữ liệu quốc gia',
  proofFailed: 'Dữ liệu khác bản đã ký',
  personLeft: 'Đã thôi làm việc ở tỉnh',
  unitWithoutAgencyCode: 'Đơn vị chưa có mã định danh',
  authorityWithoutAgencyCode: 'Cơ quan quản lý chưa có mã định danh',
  unitWithoutWireCode: 'Đơn vị chưa có mã mà kênh gửi',
  preflightFailed: 'Chưa theo quy định của Bộ',
  personKeyMissing: 'Thiếu số để Bộ nhận biết người',
  approvalWithdrawn: 'Phê duyệt đã rút',
  withdrawnAtMinistry: 'Phê duyệt đã rút, Bộ đã nhận',
  noAnswer: 'Bộ không trả lời',
  ourFault: 'Phần mềm gặp lỗi khi gửi',
  contradiction: 'Bộ trả lời mâu thuẫn',
}

const MENDERS: Record<ReasonCode, string> = {
  recordClosed: 'Không phải sửa',
  categoryNotSent: 'Không phải sửa',
  proofFailed: 'Quản trị đơn vị hoặc Sở Nội vụ, trang “Sự cố”',
  personLeft: 'Không phải sửa',
  unitWithoutAgencyCode: 'Sở Nội vụ, khai mã đơn vị',
  authorityWithoutAgencyCode: 'Sở Nội vụ, khai mã đơn vị',
  unitWithoutWireCode: 'Sở Nội vụ, khai mã đơn vị',
  preflightFailed: 'Đơn vị sửa, thủ trưởng ký lại',
  personKeyMissing: 'Đơn vị sửa, thủ trưởng ký lại',
  approvalWithdrawn: 'Không phải sửa',
  withdrawnAtMinistry: 'Quản trị tích hợp, báo Bộ; đơn vị gửi bản mới, thủ trưởng ký',
  noAnswer: 'Quản trị tích hợp, xem đường truyền',
  ourFault: 'Quản trị tích hợp, xem nhật ký máy chủ',
  contradiction: 'Quản trị tích hợp, hỏi Bộ',
}
