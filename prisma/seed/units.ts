import type { Staff } from './jobs'

/** A unit of the demo province. Its people: `people[0]` heads it, `people[1]` keeps its records. */
export type UnitPlan = {
  code: string
  parent: string | null
  /** National e-identifier; null for the one whose records wait for want of it. */
  agencyCode: string | null
  typeCode: string
  name: string
  /** What kind of people work here. */
  staff: Staff
  size: number
  /** Of those approved, how many the ministry refuses. */
  refused: number
}

type Line = [string, string | null, string | null, string, string, Staff, number, number]

// biome-ignore format: meant to be read as a table
const LINES: Line[] = [
  ['dt',                null,           'H20',       'UBND_TINH',      'Ủy ban nhân dân tỉnh Đồng Tháp',                     'province',  8, 0],
  ['snv',               'dt',           'H20.11',    'CQCM_TINH',      'Sở Nội vụ',                                          'office',   22, 2],
  ['sgddt',             'dt',           'H20.05',    'CQCM_TINH',      'Sở Giáo dục và Đào tạo',                             'office',   20, 0],
  ['thpt-binh-hang',    'sgddt',        'H20.05.12', 'DVSN_NGANH',     'Trường THPT Bình Hàng',                              'highSchool', 34, 2],
  ['thpt-long-thanh',   'sgddt',        'H20.05.21', 'DVSN_NGANH',     'Trường THPT Long Thạnh',                             'highSchool', 22, 3],
  ['syt',               'dt',           'H20.15',    'CQCM_TINH',      'Sở Y tế',                                            'office',   20, 0],
  ['bv-sa-dec',         'syt',          'H20.15.03', 'DVSN_NGANH',     'Bệnh viện Đa khoa Sa Đéc',                           'hospital', 30, 4],
  ['cc-attp',           'syt',          'H20.15.07', 'CHI_CUC',        'Chi cục An toàn vệ sinh thực phẩm',                  'branch',   12, 0],
  ['vp-hdnd',           'dt',           'H20.02',    'VP_DDBQH_HDND',  'Văn phòng Đoàn ĐBQH và HĐND tỉnh',                   'assembly', 14, 0],
  ['bql-kkt',           'dt',           'H20.19',    'BQL_KKT',        'Ban Quản lý Khu kinh tế tỉnh',                       'zone',     12, 0],
  ['vp-atgt',           'dt',           'H20.22',    'VP_ATGT',        'Văn phòng Ban An toàn giao thông tỉnh',              'traffic',   8, 0],
  ['cd-cong-dong',      'dt',           'H20.31',    'DVSN_UBND_TINH', 'Trường Cao đẳng Cộng đồng Đồng Tháp',                'college',  24, 3],
  ['p-cao-lanh',        'dt',           'H20.41',    'UBND_XA',        'Ủy ban nhân dân phường Cao Lãnh',                    'commune',  16, 0],
  ['th-le-quy-don',     'p-cao-lanh',   'H20.41.05', 'DVSN_XA',        'Trường Tiểu học Lê Quý Đôn',                         'primary',  12, 0],
  ['x-thap-muoi',       'dt',           'H20.58',    'UBND_XA',        'Ủy ban nhân dân xã Tháp Mười',                       'commune',  14, 0],
  ['thcs-thap-muoi',    'x-thap-muoi',  'H20.58.02', 'DVSN_XA',        'Trường THCS Thị trấn Mỹ An',                         'middleSchool', 12, 0],
  ['hoi-ctd',           'dt',           'H20.71',    'HOI_TINH',       'Hội Chữ thập đỏ tỉnh',                               'association',  8, 0],
  ['mn-sen-hong',       'x-thap-muoi',  null,        'DVSN_XA',        'Trường Mầm non Sen Hồng',                            'kindergarten',  6, 0],
  ['stc',               'dt',           'H20.13',    'CQCM_TINH',      'Sở Tài chính',                                       'office',    3, 0],
  ['tct',               'dt',           'H20.33',    'DVSN_UBND_TINH', 'Trường Chính trị tỉnh Đồng Tháp',                    'college',   3, 0],
]

export const UNITS: UnitPlan[] = LINES.map(([code, parent, agencyCode, typeCode, name, staff, size, refused]) => ({
  ...{ code, parent, agencyCode, typeCode, name },
  ...{ staff, size, refused },
}))

/** Since when the unit is there: what belongs to a commune of today, since the reform. */
export const sinceOf = ({ typeCode }: Pick<UnitPlan, 'typeCode'>) =>
  typeCode === 'UBND_XA' || typeCode === 'DVSN_XA' ? '2025-07-01' : '1990-01-01'
