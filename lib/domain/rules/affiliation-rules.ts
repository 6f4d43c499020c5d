import { sayPartialDay } from '@/lib/catalogue/days'
import { addMonths, earliest, isBefore } from './day-arithmetic'
import type { Rule } from './rule'

type Dated =
  | 'first_recruited_on'
  | 'current_unit_joined_on'
  | 'party_joined_on'
  | 'party_official_on'
  | 'discharged_on'
  | 'enlisted_on'
  | 'first_sociopolitical_org_joined_on'
const at = (code: Dated) => ({ section: 'affiliation' as const, code })

const PAST: Dated[] = [
  'first_recruited_on',
  'current_unit_joined_on',
  'party_joined_on',
  'party_official_on',
  'enlisted_on',
  'discharged_on',
  'first_sociopolitical_org_joined_on',
]

export const AFFILIATION_RULES: Rule[] = [
  {
    id: 'R21-past',
    clause: 'Mẫu SYLL, mục 13–17',
    severity: 'error',
    demands: 'Những ngày đã xảy ra không ở sau hôm nay.',
    complaints: ({ data, today }) =>
      PAST.flatMap((code) => {
        const day = data.affiliation[code]
        return day !== null && earliest(day) > today
          ? [{ place: at(code), sentence: `${sayPartialDay(day)} ở sau hôm nay. Ghi ngày đã xảy ra.` }]
          : []
      }),
  },
  {
    id: 'R21-age',
    clause: 'Bộ luật Lao động 2019, Điều 3 khoản 1',
    severity: 'error',
    demands: 'Được tuyển dụng lần đầu khi đủ 15 tuổi.',
    complaints: ({ data }) => {
      const { first_recruited_on: day } = data.affiliation
      const born = data.identity.date_of_birth
      const tooSoon = day !== null && born !== null && isBefore(day, addMonths(earliest(born), 15 * 12))
      return tooSoon
        ? [
            {
              place: at('first_recruited_on'),
              sentence: `Sinh ${sayPartialDay(born)} thì lúc này chưa đủ 15 tuổi. Xem lại hai ngày.`,
            },
          ]
        : []
    },
  },
  {
    id: 'R23-order',
    clause: 'Mẫu SYLL, mục 13–14',
    severity: 'error',
    demands: 'Vào cơ quan hiện tại không trước ngày được tuyển dụng lần đầu.',
    complaints: ({ data }) => {
      const { first_recruited_on: first, current_unit_joined_on: joined } = data.affiliation
      return first !== null && joined !== null && isBefore(joined, first)
        ? [
            {
              place: at('current_unit_joined_on'),
              sentence: `Phải từ ${sayPartialDay(first)} (ngày được tuyển dụng lần đầu) trở đi.`,
            },
          ]
        : []
    },
  },
  {
    id: 'R23-posting',
    clause: 'Mẫu SYLL, mục 14 và 33',
    severity: 'warning',
    demands: 'Ngày vào cơ quan hiện tại là tháng bắt đầu của một dòng công tác ở cơ quan đó.',
    complaints: ({ data }) => {
      const joined = data.affiliation.current_unit_joined_on
      const rows = data.work.workHistory ?? []
      const here = rows.filter((row) => row.work_period?.to === null).map((row) => row.work_unit)
      if (joined === null || here.length === 0) return []
      // A change of post within the unit opens a new line, but not a new employer.
      const matches = rows.some(
        (row) =>
          here.includes(row.work_unit) &&
          row.work_period !== null &&
          joined.startsWith(row.work_period.from.slice(0, 7)),
      )
      return matches
        ? []
        : [
            {
              place: at('current_unit_joined_on'),
              sentence: 'Không khớp tháng bắt đầu làm việc ở cơ quan này trong mục 33. Sửa một trong hai chỗ.',
            },
          ]
    },
  },
  {
    id: 'R24-age',
    clause: 'Điều lệ Đảng, Điều 1 khoản 2',
    severity: 'error',
    demands: 'Vào Đảng khi đủ 18 tuổi.',
    complaints: ({ data }) => {
      const day = data.affiliation.party_joined_on
      const born = data.identity.date_of_birth
      const tooSoon = day !== null && born !== null && day < addMonths(earliest(born), 18 * 12)
      return tooSoon
        ? [{ place: at('party_joined_on'), sentence: 'Lúc này chưa đủ 18 tuổi. Xem lại ngày vào Đảng.' }]
        : []
    },
  },
  {
    id: 'R25-joined-first',
    clause: 'Điều lệ Đảng, Điều 5',
    severity: 'error',
    demands: 'Đảng viên chính thức phải có ngày vào Đảng.',
    complaints: ({ data }) =>
      data.affiliation.party_official_on !== null && data.affiliation.party_joined_on === null
        ? [
            {
              place: at('party_official_on'),
              sentence: 'Có ngày chính thức thì phải có ngày vào Đảng. Ghi ngày vào Đảng trước.',
            },
          ]
        : [],
  },
  {
    id: 'R25-probation',
    clause: 'Điều lệ Đảng, Điều 5 khoản 1',
    severity: 'error',
    demands: 'Ngày chính thức sau ngày vào Đảng ít nhất 12 tháng.',
    complaints: ({ data }) => {
      const { party_joined_on: joined, party_official_on: official } = data.affiliation
      if (joined === null || official === null || official >= addMonths(joined, 12)) return []
      return [
        {
          place: at('party_official_on'),
          sentence: `Phải từ ${sayPartialDay(addMonths(joined, 12))} trở đi: dự bị đủ 12 tháng.`,
        },
      ]
    },
  },
  {
    id: 'R28-order',
    clause: 'Mẫu SYLL, mục 17',
    severity: 'error',
    demands: 'Ngày xuất ngũ không trước ngày nhập ngũ.',
    complaints: ({ data }) => {
      const { enlisted_on: enlisted, discharged_on: discharged } = data.affiliation
      return enlisted !== null && discharged !== null && isBefore(discharged, enlisted)
        ? [{ place: at('discharged_on'), sentence: `Phải từ ${sayPartialDay(enlisted)} (ngày nhập ngũ) trở đi.` }]
        : []
    },
  },
]
