import type { Role } from '@/lib/domain/policy'
import type { Job } from './jobs'
import { payOf } from './pay'
import { inWords } from './places'
import type { Given } from './profile'
import type { Stage } from './stages'

/** Somebody whose name is known beforehand: who shows the demonstration, and the six sample cases. */
export type SpecialPerson = {
  /** Where in the unit they stand: `[0]` heads it, `[1]` keeps its records. */
  at: readonly [unit: string, index: number]
  given: Given
  /** A demo account: it has the known password, and its roles besides `person`. */
  account?: string
  roles?: readonly { role: Role; over: string }[]
  stage?: Stage
  /** Signs in with a code too, of the secret that everybody is told. */
  secondFactor?: true
}

const TEACHER_JOB: Omit<Job, 'title' | 'ranks' | 'duty'> = {
  ...{ category: 'VIEN_CHUC', position: null, positionAllowance: null, service: [9, 20], degree: '04' },
  ...{ major: 'Giáo dục tiểu học', jobPosition: 'CM067' },
  allowances: [
    { type: '11', percent: '30' },
    { type: '13', seniority: true },
  ],
}

const CIVIL_JOB: Omit<Job, 'title' | 'ranks' | 'duty'> = {
  ...{ category: 'CONG_CHUC', position: null, positionAllowance: null, service: [8, 30], degree: '04' },
  ...{ major: 'Hành chính học', jobPosition: null, allowances: [{ type: '01', percent: '25' }] },
}

/** Steps that follow one another every three years. */
const everyThreeYears = (from: number, month: string, rank: string, steps: number) =>
  Array.from({ length: steps }, (_, index) => [`${from + 3 * index}-${month}`, rank, index + 1] as const)

export const specialPeople = (today: string): SpecialPerson[] => [
  ...demoPeople(),
  {
    at: ['x-thap-muoi', 2],
    stage: 'approvedFirst',
    given: {
      ...{
        fullName: 'Lê Văn Sáu',
        gender: '1',
        dateOfBirth: '1966',
        citizenId: '087066000123',
        ethnicity: '01',
        religion: '99',
      },
      ...{ recruitedOn: '2002-03-01', joinedUnitOn: '2002-03-01', married: true, managed: false },
      job: { ...CIVIL_JOB, title: 'Chuyên viên', ranks: ['01.003'], duty: 'Theo dõi công tác lao động, người có công' },
      pay: payOf(everyThreeYears(2003, '03', '01.003', 8), today),
    },
  },
  {
    at: ['th-le-quy-don', 2],
    stage: 'approvedFirst',
    given: {
      ...{ fullName: 'Thạch Thị Sô Phia', gender: '2', dateOfBirth: '1990-10-15', citizenId: '084190005678' },
      ...{
        ethnicity: '05',
        religion: '01',
        recruitedOn: '2014-09-01',
        joinedUnitOn: '2014-09-01',
        graduatedMonth: '2012-07',
      },
      birthplace: { text: 'Xã Đa Lộc, huyện Châu Thành, tỉnh Trà Vinh', code: '84', listValidFrom: null },
      job: { ...TEACHER_JOB, title: 'Giáo viên', ranks: ['V.07.03.29'], duty: 'Giảng dạy, chủ nhiệm lớp' },
      pay: payOf(everyThreeYears(2015, '09', 'V.07.03.29', 4), today),
    },
  },
  {
    at: ['hoi-ctd', 2],
    stage: 'approvedFirst',
    given: {
      ...{
        fullName: 'Trần Minh Khoa',
        gender: '1',
        dateOfBirth: '1979-06-10',
        citizenId: '087079112233',
        ethnicity: '01',
      },
      ...{ recruitedOn: '2017-05-01', joinedUnitOn: '2017-05-01', graduatedMonth: '2004-07' },
      job: {
        ...CIVIL_JOB,
        category: 'NGUOI_LAM_VIEC_HOI',
        title: 'Chuyên viên',
        ranks: ['01.003'],
        duty: 'Vận động, quản lý quỹ nhân đạo',
        allowances: [],
      },
      pay: payOf(everyThreeYears(2018, '05', '01.003', 3), today),
    },
  },
  {
    at: ['sgddt', 2],
    stage: 'approvedFirst',
    given: {
      ...{
        fullName: 'Nguyễn Văn Tư',
        gender: '1',
        dateOfBirth: '1970-12-01',
        citizenId: '087070445566',
        ethnicity: '01',
      },
      ...{
        recruitedOn: '2012-01-01',
        joinedUnitOn: '2012-01-01',
        graduatedMonth: '1992-07',
        pay: null,
        agreedPay: 7_500_000,
      },
      job: {
        ...CIVIL_JOB,
        category: 'LAO_DONG_HOP_DONG',
        title: 'Lái xe',
        ranks: [],
        degree: '07',
        major: 'Vận hành, sửa chữa ô tô',
        duty: 'Lái xe phục vụ công tác của Sở',
        allowances: [],
      },
    },
  },
  {
    at: ['syt', 0],
    given: {
      ...{
        fullName: 'Phạm Thị Hồng',
        gender: '2',
        dateOfBirth: '1971-09-20',
        citizenId: '087171778899',
        ethnicity: '01',
      },
      ...{
        recruitedOn: '1994-01-01',
        joinedUnitOn: '2007-01-01',
        appointedOn: '2019-06-01',
        graduatedMonth: '1993-07',
        managed: true,
      },
      job: {
        ...CIVIL_JOB,
        position: 'GD_SO',
        positionAllowance: '0.9',
        degree: '03',
        major: 'Quản lý bệnh viện',
        title: 'Giám đốc Sở',
        ranks: ['01.001'],
        duty: 'Lãnh đạo, quản lý toàn diện công tác của Sở',
      },
      pay: payOf(
        [
          ...everyThreeYears(1995, '01', '01.003', 6),
          ['2012-01', '01.002', 1],
          ['2015-01', '01.002', 2],
          ['2018-01', '01.002', 3],
          ['2021-01', '01.002', 4],
          ['2022-01', '01.001', 1],
          ['2025-01', '01.001', 2],
        ],
        today,
      ),
    },
  },
  {
    at: ['thpt-binh-hang', 2],
    account: 'nhanvien',
    stage: 'approvedFirst',
    given: {
      ...{
        fullName: 'Nguyễn Thị Thùy Linh',
        gender: '2',
        dateOfBirth: '1988-08-14',
        citizenId: '087188004321',
        ethnicity: '01',
        religion: '99',
      },
      ...{
        recruitedOn: '2011-09-01',
        joinedUnitOn: '2016-08-01',
        appointedOn: '2022-08-01',
        partyJoinedOn: '2014-11-20',
        graduatedMonth: '2010-07',
      },
      birthplace: inWords('Xã Bình Hàng Trung, huyện Cao Lãnh, tỉnh Đồng Tháp'),
      job: {
        ...TEACHER_JOB,
        ...{
          title: 'Phó Hiệu trưởng',
          position: 'PHT_THPT',
          positionAllowance: '0.45',
          ranks: ['V.07.05.14'],
          degree: '03',
        },
        ...{ major: 'Sư phạm Ngữ văn', duty: 'Phụ trách chuyên môn, giảng dạy môn Ngữ văn', jobPosition: 'QL02' },
        allowances: [
          { type: '11', percent: '30' },
          { type: '13', percent: '14', seniority: true },
        ],
      },
      pay: payOf(
        [...everyThreeYears(2012, '09', 'V.07.05.15', 2), ...everyThreeYears(2018, '09', 'V.07.05.14', 3)],
        today,
      ),
    },
  },
]

function demoPeople(): SpecialPerson[] {
  const over = (unit: string, ...roles: Role[]) => roles.map((role) => ({ role, over: unit }))
  return [
    { at: ['thpt-binh-hang', 0], account: 'thutruong', given: { fullName: 'Nguyễn Thị Hồng Ánh', gender: '2' } },
    { at: ['thpt-binh-hang', 1], account: 'hoso', given: { fullName: 'Võ Thị Kim Ngân', gender: '2' } },
    {
      at: ['thpt-binh-hang', 3],
      account: 'vanthu',
      stage: 'approvedFirst',
      roles: over('thpt-binh-hang', 'sealKeeper'),
      given: {
        ...{ fullName: 'Trần Thị Bé Sáu', gender: '2' },
        job: {
          ...{
            ...TEACHER_JOB,
            title: 'Nhân viên văn thư',
            ranks: ['02.008'],
            degree: '07',
            major: 'Văn thư – lưu trữ',
          },
          ...{ duty: 'Văn thư, giữ con dấu và chữ ký số của trường', jobPosition: 'HT58', allowances: [] },
        },
      },
    },
    { at: ['snv', 0], account: 'giamdoc.snv', given: { fullName: 'Trần Quốc Bảo', gender: '1' } },
    {
      at: ['snv', 2],
      account: 'sonoivu',
      stage: 'approvedFirst',
      roles: over('dt', 'provinceAdmin'),
      given: { fullName: 'Phạm Minh Đức', gender: '1' },
    },
    {
      at: ['snv', 3],
      account: 'kiemtoan',
      stage: 'approvedFirst',
      roles: over('dt', 'auditor'),
      given: { fullName: 'Đặng Hoàng Phúc', gender: '1' },
    },
    {
      at: ['snv', 4],
      account: 'quantri2',
      stage: 'approvedFirst',
      roles: over('dt', 'provinceAdmin'),
      secondFactor: true,
      given: { fullName: 'Lê Ngọc Diễm', gender: '2' },
    },
    ...otherOffices(over),
  ]
}

/** Who reads of the whole province, or of a body, what their work needs: ordinary people of their units otherwise. */
function otherOffices(over: (unit: string, ...roles: Role[]) => SpecialPerson['roles']): SpecialPerson[] {
  const one = (at: SpecialPerson['at'], account: string, role: Role, unit = 'dt'): SpecialPerson => ({
    ...{ at, account, given: {} },
    roles: over(unit, role) ?? [],
  })
  return [
    one(['dt', 2], 'lanhdao', 'provincialLeader'),
    one(['snv', 13], 'chuyenvien.snv', 'homeAffairsOfficer'),
    one(['snv', 19], 'ketnoi', 'integrationAdmin'),
    { ...one(['stc', 2], 'taichinh', 'finance'), stage: 'approvedFirst' },
    { ...one(['tct', 2], 'truongct', 'politicalSchool'), stage: 'approvedFirst' },
    one(['hoi-ctd', 3], 'doanthe', 'partyBody', 'hoi-ctd'),
  ]
}

/** Password of every demo account. */
export const DEMO_PASSWORD = 'Dong-Thap#2026'

/** What the codes of `quantri2` are made of; as it is typed into an authenticator: OF2WC3TUOJUTELLEMVWW6LLTMVRXEZLU. */
export const DEMO_SECOND_FACTOR = Buffer.from('quantri2-demo-secret')
