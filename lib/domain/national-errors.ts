/** Our codes for what the national database may complain of. `E_UNMAPPED` carries every text that no table knows. */
export type NationalErrorCode = 'E_SCHEMA' | 'E_REQUIRED' | 'E_FORMAT' | 'E_CATALOG' | 'E_UNIT_SCOPE' | 'E_UNMAPPED'

/** One complaint: `field` is the national name (`DS_X.Name` in a list), null where none can be told; `raw` is what the ministry wrote. */
export type FieldError = { code: NationalErrorCode; field: string | null; message: string; raw: string }

/** `…` in the sentence stands for words that change; in the message it is filled with them. */
export type MessageRow = {
  key: string
  sentence: string
  code: NationalErrorCode
  /** National name; null where the changing words, or nothing, name the field. */
  field: string | null
  message: string
}

/** How the ministry's sentences call the fields; a name that several lists have stands after its list. */
const FIELD_OF: Record<string, string> = {
  'đơn vị sử dụng': 'MaDonviSuDung',
  'đơn vị quản lý': 'MaDonViQuanLy',
  'họ và tên': 'HoVaTen',
  'giới tính': 'GioiTinh',
  'dân tộc': 'DanToc',
  'tôn giáo': 'TonGiao',
  'ngạch, chức danh nghề nghiệp': 'MaNgachChucDanh',
  'ngạch lương': 'DS_QUATRINH_LUONG.Ngach',
  'bậc lương': 'BacLuong',
  'giáo dục phổ thông': 'HocVanPhoThong',
  'trình độ chuyên môn': 'TrinhDoChuyenMon',
  'trình độ đào tạo': 'TrinhDoDaoTao',
  'bồi dưỡng quốc phòng an ninh': 'BoiDuongQuocPhongAnNinh',
  'loại phụ cấp': 'LoaiPhuCap',
  'hình thức hưởng': 'HinhThucHuong',
  'chức vụ đảng': 'ChucVuDang',
  'chức vụ': 'ChucVu',
  'từ ngày của quá trình công tác': 'DS_QUATRINH_CONGTAC.TuNgay',
  'đến ngày của quá trình công tác': 'DS_QUATRINH_CONGTAC.DenNgay',
}

/** What the portal comes with, read from the top; what administrators write stands above it. */
export const SHIPPED_MESSAGES: readonly MessageRow[] = [
  {
    key: 'goi-tin',
    sentence: 'Cấu trúc gói tin…',
    code: 'E_SCHEMA',
    field: null,
    message: 'Bộ không đọc được gói tin. Đây là lỗi kết nối, không phải lỗi hồ sơ: báo quản trị tích hợp.',
  },
  ...['Tài khoản không được gửi…', 'Sender_Code…'].map((sentence, at) => ({
    key: `don-vi-gui-${at + 1}`,
    sentence,
    code: 'E_UNIT_SCOPE' as const,
    field: null,
    message: 'Tài khoản kết nối chưa được Bộ cho gửi thay đơn vị này. Báo quản trị tích hợp.',
  })),
  ...['Mã … không đúng với danh mục…', 'Mã … không đúng danh mục…'].map((sentence, at) => ({
    key: `danh-muc-${at + 1}`,
    sentence,
    code: 'E_CATALOG' as const,
    field: null,
    message: 'Mã … không có trong danh mục của Bộ. Chọn lại mục này, ký duyệt, rồi hồ sơ được gửi lại.',
  })),
  {
    key: 'de-trong',
    sentence: '… không được để trống…',
    code: 'E_REQUIRED',
    field: null,
    message: '… còn trống. Ghi mục này, ký duyệt, rồi hồ sơ được gửi lại.',
  },
  {
    key: 'gia-tri',
    sentence: 'Giá trị của trường … không đúng quy định…',
    code: 'E_FORMAT',
    field: null,
    message: 'Bộ không nhận giá trị của một mục. Xem lại mục này, ký duyệt, rồi hồ sơ được gửi lại.',
  },
  {
    key: 'dinh-dang',
    sentence: '… không đúng định dạng…',
    code: 'E_FORMAT',
    field: null,
    message: '… không đúng dạng Bộ quy định. Sửa mục này, ký duyệt, rồi hồ sơ được gửi lại.',
  },
]

/** What the ministry's sentence means: the file is there, or it is not, or this is wrong with it. The first row that fits, speaks. */
export function readComplaint(
  text: string,
  table: readonly MessageRow[] = SHIPPED_MESSAGES,
): 'exists' | 'absent' | FieldError {
  const raw = text.normalize('NFC').trim()
  // "Mã … không tồn tại trong danh mục" speaks of a code, not of the file.
  if (/đã tồn tại[!.]?$/i.test(raw)) return 'exists'
  if (/không tồn tại[!.]?$/i.test(raw) && !/^Mã /i.test(raw)) return 'absent'
  for (const row of table) {
    const words = changingWords(row.sentence, raw)
    if (words !== null) return { ...said(row, words), raw }
  }
  return {
    code: 'E_UNMAPPED',
    field: null,
    message: raw === '' ? 'Bộ không nhận và không nói lý do. Báo quản trị tích hợp.' : `Bộ trả lời: ${raw}`,
    raw,
  }
}

function said({ code, field, message }: MessageRow, words: string): Omit<FieldError, 'raw'> {
  return { code, field: field ?? fieldCalled(words), message: message.replaceAll('…', words) }
}

const fieldCalled = (words: string) => FIELD_OF[plain(words).replace(/^mã /, '')] ?? fieldName(words)
const fieldName = (word: string) => (/^(DS_[A-Z_]+\.)?[A-Z][A-Za-z]+$/.test(word) ? word : null)

/**
 * The words at the first `…`, where a sentence fits: its fixed parts follow one another, case and the final mark aside. Null where it
 * does not; "" where it has no `…`. One walk through the text, whatever a sentence looks like.
 */
export function changingWords(sentence: string, text: string): string | null {
  const given = ended(text)
  const parts = ended(sentence).split('…').map(plain)
  const hay = plain(given)
  const [head = '', ...rest] = parts
  if (rest.length === 0) return hay === head ? '' : null
  if (!hay.startsWith(head)) return null
  const tail = rest.at(-1) ?? ''
  let at = head.length
  let words: string | null = null
  for (const part of rest.slice(0, -1)) {
    const found = hay.indexOf(part, at)
    if (found < 0) return null
    words ??= given.slice(at, found)
    at = found + part.length
  }
  if (!hay.endsWith(tail) || hay.length - tail.length < at) return null
  return (words ?? given.slice(at, given.length - tail.length)).trim()
}

const ended = (text: string) =>
  text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[!.]+$/, '')
const plain = (text: string) => text.toLocaleLowerCase('vi')
