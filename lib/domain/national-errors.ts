/** Our codes for what the national database may complain of. `E_UNMAPPED` carries every text that the table does not know. */
export type NationalErrorCode = 'E_SCHEMA' | 'E_REQUIRED' | 'E_FORMAT' | 'E_CATALOG' | 'E_UNIT_SCOPE' | 'E_UNMAPPED'

/** One complaint: `field` is the national name (`DS_X.Name` in a list), null where none can be told; `raw` is what the ministry wrote. */
export type FieldError = { code: NationalErrorCode; field: string | null; message: string; raw: string }

type Row = { pattern: RegExp; read: (found: string) => Omit<FieldError, 'raw'> }

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

const fieldCalled = (words: string) => FIELD_OF[words.toLocaleLowerCase('vi').replace(/^mã /, '')] ?? null
const isFieldName = (word: string) => (/^[A-Za-z]+$/.test(word) ? word : null)

/** Read from the top: the first row that fits, speaks. */
const TABLE: readonly Row[] = [
  {
    pattern: /^(Cấu trúc gói tin)/i,
    read: () => ({
      code: 'E_SCHEMA',
      field: null,
      message: 'Bộ không đọc được gói tin. Đây là lỗi kết nối, không phải lỗi hồ sơ: báo quản trị tích hợp.',
    }),
  },
  {
    pattern: /^(Tài khoản không được gửi|Sender_Code)/i,
    read: () => ({
      code: 'E_UNIT_SCOPE',
      field: null,
      message: 'Tài khoản kết nối chưa được Bộ cho gửi thay đơn vị này. Báo quản trị tích hợp.',
    }),
  },
  {
    pattern: /^Mã (.+?) không đúng (?:với )?danh mục/i,
    read: (words) => ({
      code: 'E_CATALOG',
      field: fieldCalled(words),
      message: `Mã ${words} không có trong danh mục của Bộ. Chọn lại mục này, ký duyệt, rồi hồ sơ được gửi lại.`,
    }),
  },
  {
    pattern: /^(.+?) không được để trống/i,
    read: (words) => ({
      code: 'E_REQUIRED',
      field: fieldCalled(words),
      message: `${words} còn trống. Ghi mục này, ký duyệt, rồi hồ sơ được gửi lại.`,
    }),
  },
  {
    pattern: /^(.+?) không đúng định dạng/i,
    read: (words) => ({
      code: 'E_FORMAT',
      field: fieldCalled(words),
      message: `${words} không đúng dạng Bộ quy định. Sửa mục này, ký duyệt, rồi hồ sơ được gửi lại.`,
    }),
  },
  {
    pattern: /^Giá trị của trường (\S+) không đúng quy định/i,
    read: (word) => ({
      code: 'E_FORMAT',
      field: isFieldName(word),
      message: 'Bộ không nhận giá trị của một mục. Xem lại mục này, ký duyệt, rồi hồ sơ được gửi lại.',
    }),
  },
]

/** What the ministry's sentence means: the file is there, or it is not, or this is wrong with it. */
export function readComplaint(text: string): 'exists' | 'absent' | FieldError {
  const raw = text.normalize('NFC').trim()
  // "Mã … không tồn tại trong danh mục" speaks of a code, not of the file.
  if (/đã tồn tại[!.]?$/i.test(raw)) return 'exists'
  if (/không tồn tại[!.]?$/i.test(raw) && !/^Mã /i.test(raw)) return 'absent'
  for (const { pattern, read } of TABLE) {
    const found = pattern.exec(raw)?.[1]
    if (found !== undefined) return { ...read(found), raw }
  }
  return {
    code: 'E_UNMAPPED',
    field: null,
    message: raw === '' ? 'Bộ không nhận và không nói lý do. Báo quản trị tích hợp.' : `Bộ trả lời: ${raw}`,
    raw,
  }
}
