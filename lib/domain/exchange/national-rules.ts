import type { NationalErrorCode } from '../national-errors'

/** What the national database takes at one place of the message, from when to when, and how we know. */
export type NationalRule = {
  /** Group or list, and name: `THONGTINCHUNG.DanToc`, `DS_QUATRINH_LUONG.Ngach`. */
  at: string
  code: Extract<NationalErrorCode, 'E_CATALOG' | 'E_FORMAT' | 'E_REQUIRED'>
  takes: (value: string) => boolean
  validFrom: string
  validUntil: string | null
  basis: string
}

const SERVICE = { validFrom: '2020-11-03', validUntil: null, basis: 'Dịch vụ M0001 của Bộ Nội vụ, bản năm 2020' }
const TREE = {
  validFrom: '2020-11-03',
  validUntil: null,
  basis: 'QĐ 20/2020/QĐ-TTg, mã cấp 1 của tỉnh là H20; QCVN 102:2016/BTTTT',
}

/** Codes that are numbers of so many digits, from one to another; and others beside them. */
const numbered =
  (from: number, to: number, digits: number, ...others: string[]) =>
  (value: string) =>
    others.includes(value) ||
    (/^\d+$/.test(value) && value === String(Number(value)).padStart(digits, '0') && between(Number(value), from, to))
const between = (value: number, from: number, to: number) => value >= from && value <= to
const like = (pattern: RegExp) => (value: string) => pattern.test(value)

const GIVEN = like(/./)
const UNIT = like(/^(H20(\.[0-9A-Z]{2,})*|\d{3}\.\d{2}\.\d{2}\.H20)$/)
const RANK = like(/^(\d{2}[a-z]?\.\d{3}|V(\.\d{2,3}){2,3})$/)
const STEP = numbered(1, 12, 1)
const DAY = like(/^\d{4}((0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])?)?$/)

/** Where the ministry's codes are not public, nothing is said. An empty value is "not given", but where it is required. */
export const NATIONAL_RULES: readonly NationalRule[] = [
  ...['MaDonviSuDung', 'MaDonViQuanLy', 'HoVaTen'].map(
    (name): NationalRule => ({ at: `THONGTINCHUNG.${name}`, code: 'E_REQUIRED', takes: GIVEN, ...SERVICE }),
  ),
  ...['MaDonviSuDung', 'MaDonViQuanLy'].map(
    (name): NationalRule => ({ at: `THONGTINCHUNG.${name}`, code: 'E_CATALOG', takes: UNIT, ...TREE }),
  ),
  { at: 'THONGTINCHUNG.GioiTinh', code: 'E_CATALOG', takes: numbered(0, 2, 1), ...SERVICE },
  { at: 'THONGTINCHUNG.DanToc', code: 'E_CATALOG', takes: numbered(0, 55, 2), ...SERVICE },
  { at: 'THONGTINCHUNG.TonGiao', code: 'E_CATALOG', takes: numbered(0, 15, 2, '99'), ...SERVICE },
  { at: 'LUONG_PHUCAP_CHUCVU.MaNgachChucDanh', code: 'E_CATALOG', takes: RANK, ...SERVICE },
  { at: 'LUONG_PHUCAP_CHUCVU.BacLuong', code: 'E_CATALOG', takes: STEP, ...SERVICE },
  { at: 'TRINHDO_DAOTAO_BOIDUONG.HocVanPhoThong', code: 'E_CATALOG', takes: numbered(0, 44, 2), ...SERVICE },
  { at: 'TRINHDO_DAOTAO_BOIDUONG.BoiDuongQuocPhongAnNinh', code: 'E_CATALOG', takes: numbered(0, 1, 1), ...SERVICE },
  { at: 'DS_QUATRINH_CONGTAC.TuNgay', code: 'E_FORMAT', takes: DAY, ...SERVICE },
  { at: 'DS_QUATRINH_CONGTAC.DenNgay', code: 'E_FORMAT', takes: DAY, ...SERVICE },
  { at: 'DS_QUATRINH_PHUCAP.LoaiPhuCap', code: 'E_CATALOG', takes: numbered(0, 17, 2), ...SERVICE },
  { at: 'DS_QUATRINH_LUONG.Ngach', code: 'E_CATALOG', takes: RANK, ...SERVICE },
  { at: 'DS_QUATRINH_LUONG.BacLuong', code: 'E_CATALOG', takes: STEP, ...SERVICE },
]

const BY_PLACE = new Map<string, NationalRule[]>()
for (const rule of NATIONAL_RULES) BY_PLACE.set(rule.at, [...(BY_PLACE.get(rule.at) ?? []), rule])

/** The first rule in force on a day that does not take this value; null where all do. */
export function ruleAgainst(at: string, value: string, day: string): NationalRule | null {
  const against = ({ code, takes, validFrom, validUntil }: NationalRule) =>
    validFrom <= day && day <= (validUntil ?? '9999') && (value !== '' || code === 'E_REQUIRED') && !takes(value)
  return BY_PLACE.get(at)?.find(against) ?? null
}
