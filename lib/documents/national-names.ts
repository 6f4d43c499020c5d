import { CATALOGUE, columnsOf, isSectionId, type PlacedTable } from '@/lib/catalogue'
import type { PlacedField } from '@/lib/catalogue/field'

/**
 * What was seen of the ministry's message: values and lists of each group, "" for the file itself.
 * The service reads the values without asking whether they are there.
 */
export const SEEN: Record<string, { values: readonly string[]; lists: Record<string, readonly string[]> }> = {
  THONGTINCHUNG: {
    values: [
      'MaDonviSuDung',
      'MaDonViQuanLy',
      'HoVaTen',
      'PhanLoaiHoSo',
      'GioiTinh',
      'DanToc',
      'TonGiao',
      'SoHieuCBCCVC',
    ],
    lists: {},
  },
  TUYENDUNG_QT_CONGTAC: { values: ['ViTriTuyenDung'], lists: { DS_QUATRINH_CONGTAC: ['TuNgay', 'DenNgay'] } },
  LUONG_PHUCAP_CHUCVU: {
    values: ['MaNgachChucDanh', 'BacLuong', 'ChucVu', 'ChucVuChucDanhKiemNhiem'],
    lists: { DS_QUATRINH_PHUCAP: ['LoaiPhuCap', 'HinhThucHuong'], DS_QUATRINH_LUONG: ['Ngach', 'BacLuong'] },
  },
  TRINHDO_DAOTAO_BOIDUONG: {
    values: [
      'HocVanPhoThong',
      'TrinhDoChuyenMon',
      'TrinhDoLyLuanChinhTri',
      'TrinhDoQuanLyNhaNuoc',
      'BoiDuongQuocPhongAnNinh',
      'MaChucDanhKhoaHoc',
      'MaHocVi',
      'TiengDanTocThieuSo',
    ],
    lists: {
      DS_TINHOC: ['TrinhDo'],
      DS_NGOAINGU: ['MaNgoaiNgu', 'TrinhDo'],
      DS_QUATRINH_DAOTAO_BOIDUONG: ['ChuyenNganhDaoTao', 'TrinhDoDaoTao', 'XepLoaiTotNghiep', 'NuocDaoTao'],
    },
  },
  THONGTIN_KHAC: { values: ['ChucVuDang'], lists: {} },
  '': { values: [], lists: { DS_KETQUA_DANHGIA_PHANLOAI: ['KetQuaDanhGia'] } },
}

/** Where one list stands, which kinds of rows it takes (null: all), and whether a row must say its kind. */
export type NationalList = { group: string; list: string; kinds: readonly string[] | null; saysKind: boolean }

/** The name under which a row of a mixed list says its kind. Ours. */
export const ROW_KIND = 'PhanLoai'

/** Lists that the ministry keeps outside the group of our section; the values we keep in another one. */
const GROUP_ELSEWHERE: Record<string, string> = {
  party_position: 'THONGTIN_KHAC',
  recruitment_method: 'TUYENDUNG_QT_CONGTAC',
}
/** Labels that would make the same name twice in one group, or one that says too little alone. */
const NAME_INSTEAD: Record<string, string> = {
  job_salary_effective_on: 'NgayHuongLuongViTriViecLam',
  job_salary_percent: 'PhanTramHuongLuongViTriViecLam',
  income_salary: 'ThuNhapTienLuong',
}
const LIST_GROUPS = Object.fromEntries(
  Object.entries(SEEN).flatMap(([group, { lists }]) => Object.keys(lists).map((list) => [list, group])),
)
/** Computing and languages are lists of their own, in which the level has a shorter name. */
const OWN_LIST: Record<string, string> = { TIN_HOC: 'DS_TINHOC', NGOAI_NGU_TIENG_DAN_TOC: 'DS_NGOAINGU' }
const NAME_IN_LIST: Record<string, Record<string, string>> = {
  DS_TINHOC: { training_credential: 'TrinhDo' },
  DS_NGOAINGU: { training_credential: 'TrinhDo' },
}

/** Unnumbered fields that are sent as well. Gate questions are our form's, not the ministry's, and stay here. */
const ALSO_SENT = new Set([
  'employment_status',
  'managed_by_standing_committee',
  'email_official',
  'old_identity_no',
  'permanent_address',
  'contract_type',
  'contract_no',
  'contract_period',
  'credential_no',
  'issued_on',
  'decision_no',
  'decision_date',
])

/** The allow-list: a field that nobody has put on it never leaves. */
export const isSent = (field: PlacedField) =>
  field.no !== null || field.national !== undefined || ALSO_SENT.has(field.code)

export const groupOf = (field: PlacedField | PlacedTable) => GROUP_ELSEWHERE[field.code] ?? sectionGroup(field.section)

/** The lists that a table's rows go to. */
export function listsOf(table: PlacedTable): NationalList[] {
  const kinds = table.rowKinds?.map(({ code }) => code) ?? null
  const own = kinds?.filter((kind) => OWN_LIST[kind]) ?? []
  const rest = kinds?.filter((kind) => !own.includes(kind)) ?? null
  return [
    place(table, table.national ?? `DS_${capitals(table.label)}`, rest),
    ...own.map((kind) => place(table, OWN_LIST[kind] ?? '', [kind])),
  ]
}

/** The columns that a list has. */
export const columnsIn = (table: PlacedTable, { kinds }: NationalList) =>
  columnsOf(table).filter(
    (column) =>
      isSent(column) && (kinds === null || !column.kinds || column.kinds.some((kind) => kinds.includes(kind))),
  )

/** One name; two for a period. */
export function namesOf(field: PlacedField, list?: string): string[] {
  const name =
    (list && NAME_IN_LIST[list]?.[field.code]) ?? field.national ?? NAME_INSTEAD[field.code] ?? pascal(field.label)
  if (field.kind !== 'partialDateRange') return [name]
  // In a row there is one period, and it has the names that were seen.
  return list ? ['TuNgay', 'DenNgay'] : [`${name}TuNgay`, `${name}DenNgay`]
}

const place = (table: PlacedTable, list: string, kinds: readonly string[] | null): NationalList => ({
  group: LIST_GROUPS[list] ?? groupOf(table),
  list,
  kinds,
  saysKind: kinds !== null && kinds.length > 1,
})

const sectionGroup = (section: string) => (isSectionId(section) ? CATALOGUE[section].nationalGroup : '')

const WORDS_AT_MOST = 14

/** The labels are the catalogue's: each is spelled once, not once for every person of a batch. */
const spelled = new Map<string, string>()

function pascal(label: string): string {
  const known = spelled.get(label)
  if (known !== undefined) return known
  const name = spell(label)
  spelled.set(label, name)
  return name
}

/** `Ngày vào Đảng Cộng sản Việt Nam` → `NgayVaoDangCongSanVietNam`; without brackets, and without the table's name. */
function spell(label: string): string {
  const words = (
    label
      .replace(/\([^)]*\)/g, '')
      .split(': ')
      .at(-1) ?? ''
  )
    .replace(/ Từ – Đến$/, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
  return words.slice(0, WORDS_AT_MOST).map(capital).join('')
}

const capital = (word: string) => `${word[0]?.toUpperCase()}${word.slice(1)}`
const capitals = (label: string) => pascal(label).toUpperCase()
