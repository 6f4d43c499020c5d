import { entryOf } from '@/lib/catalogue/code-list'
import disciplineForms from '@/lib/catalogue/code-lists/hinh-thuc-ky-luat.json'
import relations from '@/lib/catalogue/code-lists/quan-he-gia-dinh.json'
import qualifications from '@/lib/catalogue/code-lists/trinh-do-chuyen-mon.json'
import { sayPartialDay } from '@/lib/catalogue/days'
import { groupOfRank, isRankCode } from '@/lib/catalogue/salary-scale'
import { earliest } from './day-arithmetic'
import type { Complaint, Rule } from './rule'
import { againstScale, RANKS } from './salary-rules'

const FATHERS = ['03', '11']
const MOTHERS = ['04', '12']
/** A parent is at least so many years older. */
const LEAST_YEARS = 12

const relationOf = new Map(relations.items.map((item) => [item.code, item]))
const formOf = new Map(
  disciplineForms.items.map((item) => [
    item.code,
    item as { appliesTo?: string[]; validUntil?: string; branch: string },
  ]),
)
const rankOfQualification = new Map(qualifications.items.map(({ code, rank }) => [code, rank]))

const family = (row: string, column: string) => ({ section: 'family' as const, code: 'family', row, column })

export const TABLE_RULES: Rule[] = [
  {
    id: 'R32-highest',
    clause: 'Mẫu SYLL, mục 20 và 32.1',
    severity: 'warning',
    demands: 'Trình độ chuyên môn cao nhất là mức cao nhất trong bảng đào tạo chuyên môn.',
    complaints: ({ data }) => {
      const stated = data.qualification.highest_qualification
      const earned = (data.training.trainings ?? [])
        .filter(({ kind }) => kind === 'CHUYEN_MON')
        .map((row) => rankOfQualification.get(row.training_credential ?? '') ?? 0)
      if (stated === null || earned.length === 0 || Math.max(...earned) === (rankOfQualification.get(stated) ?? 0))
        return []
      return [
        {
          place: { section: 'qualification', code: 'highest_qualification' },
          sentence: 'Không khớp văn bằng cao nhất ở mục 32.1. Thêm văn bằng còn thiếu hoặc chọn lại.',
        },
      ]
    },
  },
  {
    id: 'R82-past',
    clause: 'Mẫu SYLL, mục 35.1',
    severity: 'error',
    demands: 'Năm thành tích không sau năm nay.',
    complaints: ({ data, today }) =>
      (data.recognition.rewards ?? []).flatMap((row) =>
        row.reward_year !== null && row.reward_year > Number(today.slice(0, 4))
          ? [
              {
                place: { section: 'recognition', code: 'rewards', row: row.id, column: 'reward_year' },
                sentence: `Năm ${row.reward_year} chưa tới. Xem lại năm.`,
              },
            ]
          : [],
      ),
  },
  {
    id: 'R87-dated',
    clause: 'Luật CBCC 80/2025/QH15 (bỏ giáng chức, hạ bậc lương từ 01/07/2025)',
    severity: 'error',
    demands: 'Hình thức kỷ luật còn hiệu lực vào lúc quyết định.',
    complaints: ({ data }) =>
      (data.recognition.disciplines ?? []).flatMap((row) => {
        const until = formOf.get(row.discipline_form ?? '')?.validUntil
        const from = row.discipline_period?.from
        return until && from && earliest(from) > until
          ? [
              {
                place: { section: 'recognition', code: 'disciplines', row: row.id, column: 'discipline_form' },
                sentence: `Hình thức này hết hiệu lực từ ${sayPartialDay(until)}. Chọn hình thức đang áp dụng.`,
              },
            ]
          : []
      }),
  },
  {
    id: 'R87-category',
    clause: 'NĐ 172/2025/NĐ-CP; NĐ 234/2026/NĐ-CP; Bộ luật Lao động 2019, Điều 124',
    severity: 'warning',
    demands: 'Hình thức kỷ luật hành chính hợp với đối tượng.',
    complaints: ({ data }) =>
      (data.recognition.disciplines ?? []).flatMap((row) => {
        const form = formOf.get(row.discipline_form ?? '')
        const category = data.agency.person_category
        const fits =
          !form?.appliesTo?.length || form.branch === 'DANG' || category === null || form.appliesTo.includes(category)
        return fits
          ? []
          : [
              {
                place: { section: 'recognition', code: 'disciplines', row: row.id, column: 'discipline_form' },
                sentence:
                  'Hình thức này không áp dụng cho đối tượng hiện nay. Xác nhận nếu lúc đó thuộc đối tượng khác.',
              },
            ]
      }),
  },
  {
    id: 'R90-parents',
    clause: 'Mẫu SYLL, mục 36.1',
    severity: 'error',
    demands: 'Bên bản thân có ít nhất cha và mẹ.',
    complaints: ({ data }) => {
      const own = (data.family.family ?? [])
        .filter(({ kind }) => kind === 'OWN')
        .map((row) => row.family_relation ?? '')
      const lacks = [
        own.some((code) => FATHERS.includes(code)) ? [] : 'cha',
        own.some((code) => MOTHERS.includes(code)) ? [] : 'mẹ',
      ].flat()
      return lacks.length === 0
        ? []
        : [
            {
              place: { section: 'family', code: 'family' },
              sentence: `Mục 36.1 còn thiếu ${lacks.join(' và ')}. Thêm dòng, kể cả khi đã mất.`,
            },
          ]
    },
  },
  {
    id: 'R90-one-each',
    clause: 'Mẫu SYLL, mục 36.1, 36.2',
    severity: 'error',
    demands: 'Mỗi bên nhiều nhất một cha đẻ, một mẹ đẻ.',
    complaints: ({ data }) => {
      const seen = new Set<string>()
      return (data.family.family ?? []).flatMap((row): Complaint[] => {
        const key = `${row.kind}/${row.family_relation}`
        const again = ['03', '04'].includes(row.family_relation ?? '') && seen.has(key)
        seen.add(key)
        return again
          ? [
              {
                place: family(row.id, 'family_relation'),
                sentence: 'Bên này đã có người ghi quan hệ này. Xem lại quan hệ của hai dòng.',
              },
            ]
          : []
      })
    },
  },
  {
    id: 'R90-side',
    clause: 'Mẫu SYLL, mục 36.2',
    severity: 'error',
    demands: 'Bên vợ hoặc chồng chỉ ghi cha, mẹ, anh chị em ruột.',
    complaints: ({ data }) =>
      (data.family.family ?? []).flatMap((row) =>
        row.kind === 'SPOUSE' && relationOf.get(row.family_relation ?? '')?.side === 'OWN'
          ? [
              {
                place: family(row.id, 'family_relation'),
                sentence: 'Quan hệ này ghi ở mục 36.1 (bên bản thân). Chuyển dòng sang mục 36.1.',
              },
            ]
          : [],
      ),
  },
  {
    id: 'R92-years',
    clause: 'Mẫu SYLL, mục 36',
    severity: 'warning',
    demands: 'Cha mẹ sinh trước, con sinh sau bản thân ít nhất 12 năm.',
    complaints: ({ data }) => {
      const born = Number(data.identity.date_of_birth?.slice(0, 4))
      if (!born) return []
      return (data.family.family ?? []).flatMap((row): Complaint[] => {
        if (row.kind !== 'OWN' || row.family_birth_year === null) return []
        const parent =
          [...FATHERS, ...MOTHERS].includes(row.family_relation ?? '') && born - row.family_birth_year < LEAST_YEARS
        const child = row.family_relation === '07' && row.family_birth_year - born < LEAST_YEARS
        return parent || child
          ? [
              {
                place: family(row.id, 'family_birth_year'),
                sentence: `Năm sinh ${row.family_birth_year} cách năm sinh bản thân chưa đủ ${LEAST_YEARS} năm. Xem lại.`,
              },
            ]
          : []
      })
    },
  },
  {
    id: 'R97-scale',
    clause: 'NĐ 204/2004/NĐ-CP, Bảng 1–4',
    severity: 'error',
    demands: 'Hệ số trong quá trình lương đúng nhóm và bậc.',
    complaints: ({ data }) =>
      (data.economy.salaryHistory ?? []).flatMap((row): Complaint[] => {
        const group = row.salary_history_rank_code === null ? undefined : groupOfRank(row.salary_history_rank_code)
        const period = row.salary_history_period
        // Before 10/2004 other tables were in force (NĐ 25/CP of 1993), which this portal does not carry.
        if (!group || !period || earliest(period.from) < '2004-10-01') return []
        const said = againstScale(group, row.salary_history_step, row.salary_history_coefficient)
        const place = (column: string) => ({ section: 'economy' as const, code: 'salaryHistory', row: row.id, column })
        return [
          ...(said.step ? [{ place: place('salary_history_step'), sentence: said.step }] : []),
          ...(said.coefficient ? [{ place: place('salary_history_coefficient'), sentence: said.coefficient }] : []),
        ]
      }),
  },
  {
    id: 'R95-known',
    clause: 'Danh mục ngạch, chức danh nghề nghiệp; mã cũ được giữ cho giai đoạn cũ',
    severity: 'warning',
    demands: 'Mã ngạch trong quá trình lương có trong danh mục hoặc là mã cũ.',
    complaints: ({ data, lists }) =>
      (data.economy.salaryHistory ?? []).flatMap((row) => {
        const code = row.salary_history_rank_code
        const known =
          code === null ||
          isRankCode(code) ||
          entryOf(lists, RANKS, code) ||
          /^(13|15[abc]?|16[ab]?|17)\.\d{3}$/.test(code)
        return known
          ? []
          : [
              {
                place: { section: 'economy', code: 'salaryHistory', row: row.id, column: 'salary_history_rank_code' },
                sentence: `Mã ${code} không có trong danh mục. Xác nhận nếu quyết định cũ ghi như vậy.`,
              },
            ]
      }),
  },
]
