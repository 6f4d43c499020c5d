import { flatten } from '@/lib/catalogue'
import { entryOf } from '@/lib/catalogue/code-list'
import { CONDITIONS } from '@/lib/catalogue/conditions'
import { sayPartialDay } from '@/lib/catalogue/days'
import { groupOfRank, isFormerRankCode, isRankCode, type SalaryGroup } from '@/lib/catalogue/salary-scale'
import { addMonths, isBefore, monthsBetween } from './day-arithmetic'
import type { Complaint, Rule, RuleContext } from './rule'

type Salary = RuleContext['data']['salary']
const at = (code: keyof Salary) => ({ section: 'salary' as const, code })
const comma = (figure: string) => figure.replace('.', ',')

/** What a group says against a step and its coefficient; null when they agree. */
export function againstScale(
  group: SalaryGroup,
  step: number | null,
  coefficient: string | null,
): { step?: string; coefficient?: string } {
  if (step !== null && step > group.maxStep)
    return { step: `${group.label} chỉ có ${group.maxStep} bậc. Ghi bậc từ 1 đến ${group.maxStep}.` }
  const wanted = step === null ? undefined : group.coefficients[step - 1]
  if (wanted === undefined || coefficient === null || Number(wanted) === Number(coefficient)) return {}
  return {
    coefficient: `Hệ số của ${group.label}, bậc ${step} là ${comma(wanted)}. Ghi ${comma(wanted)} hoặc sửa bậc.`,
  }
}

const byRank =
  (check: (salary: Salary, group: SalaryGroup, today: string) => Complaint[]) =>
  ({ data, today }: RuleContext) => {
    const group = data.salary.rank_code === null ? undefined : groupOfRank(data.salary.rank_code)
    return group === undefined || !CONDITIONS.paidByRank.holds(flatten(data)) ? [] : check(data.salary, group, today)
  }

export const RANKS = 'ngach-cong-chuc + chuc-danh-nghe-nghiep'

export const SALARY_RULES: Rule[] = [
  {
    id: 'R46-known',
    clause: 'TT 06/2023/TT-BNV, Điều 6 khoản 1; danh mục ngạch, chức danh nghề nghiệp',
    severity: 'error',
    demands: 'Mã ngạch có trong danh mục.',
    complaints: ({ data, lists }) => {
      const code = data.salary.rank_code
      return code === null || isRankCode(code) || entryOf(lists, RANKS, code)
        ? []
        : [
            {
              place: at('rank_code'),
              sentence: `Mã ${code} không có trong danh mục. Xem quyết định xếp lương gần nhất.`,
            },
          ]
    },
  },
  {
    id: 'R46-former',
    clause: 'Danh mục ngạch, chức danh nghề nghiệp (mã cũ); TT 02/2021/TT-BNV; TT 01–04/2021/TT-BGDĐT',
    severity: 'warning',
    demands: 'Mã ngạch đang giữ không phải mã cũ.',
    complaints: ({ data }) => {
      const code = data.salary.rank_code
      return code !== null && isFormerRankCode(code)
        ? [{ place: at('rank_code'), sentence: `${code} là mã cũ. Ghi mã mới nếu đã có quyết định chuyển xếp.` }]
        : []
    },
  },
  {
    id: 'R46-same',
    clause: 'Mẫu SYLL, mục 30.1',
    severity: 'error',
    demands: 'Ngạch và mã ngạch là một.',
    complaints: ({ data }) => {
      const { rank, rank_code: code } = data.salary
      return rank === null || code === null || rank === code
        ? []
        : [{ place: at('rank_code'), sentence: `Ngạch đã chọn có mã ${rank}. Ghi ${rank} hoặc chọn lại ngạch.` }]
    },
  },
  {
    id: 'R47-order',
    clause: 'Mẫu SYLL, mục 30.1',
    severity: 'error',
    demands: 'Bổ nhiệm ngạch không trước ngày được tuyển dụng lần đầu.',
    complaints: ({ data }) => {
      const appointed = data.salary.rank_appointed_on
      const first = data.affiliation.first_recruited_on
      return appointed !== null && first !== null && isBefore(appointed, first)
        ? [
            {
              place: at('rank_appointed_on'),
              sentence: `Phải từ ${sayPartialDay(first)} (ngày được tuyển dụng) trở đi.`,
            },
          ]
        : []
    },
  },
  {
    id: 'R48-step',
    clause: 'NĐ 204/2004/NĐ-CP, Bảng 1–4',
    severity: 'error',
    demands: 'Bậc lương không vượt số bậc của nhóm lương.',
    complaints: byRank((salary, group) => {
      const said = againstScale(group, salary.salary_step, null).step
      return said ? [{ place: at('salary_step'), sentence: said }] : []
    }),
  },
  {
    id: 'R49-coefficient',
    clause: 'NĐ 204/2004/NĐ-CP, Bảng 1–4',
    severity: 'error',
    demands: 'Hệ số lương đúng bằng hệ số của nhóm và bậc.',
    complaints: byRank((salary, group) => {
      const said = againstScale(group, salary.salary_step, salary.salary_coefficient).coefficient
      return said ? [{ place: at('salary_coefficient'), sentence: said }] : []
    }),
  },
  {
    id: 'R50-history',
    clause: 'Mẫu SYLL, mục 30.1 và 37.1',
    severity: 'warning',
    demands: 'Ngày hưởng bậc hiện tại là tháng bắt đầu của dòng lương đến nay.',
    complaints: ({ data }) => {
      const since = data.salary.salary_effective_on
      const open = (data.economy.salaryHistory ?? []).filter((row) => row.salary_history_period?.to === null)
      if (since === null || open.length === 0) return []
      const matches = open.some(
        (row) => row.salary_history_period !== null && since.startsWith(row.salary_history_period.from.slice(0, 7)),
      )
      return matches
        ? []
        : [
            {
              place: at('salary_effective_on'),
              sentence: 'Không khớp dòng lương đến nay ở mục 37.1. Sửa một trong hai chỗ.',
            },
          ]
    },
  },
  {
    id: 'R51-percent',
    clause: 'NĐ 115/2020/NĐ-CP, NĐ 170/2025/NĐ-CP (tập sự hưởng 85 %)',
    severity: 'warning',
    demands: 'Phần trăm hưởng là 100; tập sự 85.',
    complaints: ({ data }) => {
      const percent = data.salary.salary_percent
      if (percent === null) return []
      const wanted = data.agency.employment_status === 'TAP_SU' ? 85 : 100
      return Number(percent) === wanted
        ? []
        : [
            {
              place: at('salary_percent'),
              sentence: `Thường là ${wanted}. Xác nhận nếu quyết định ghi ${comma(percent)}.`,
            },
          ]
    },
  },
  {
    id: 'R52-least',
    clause: 'NĐ 204/2004/NĐ-CP, Điều 6; TT 04/2005/TT-BNV',
    severity: 'error',
    demands: 'Phụ cấp vượt khung là 0 hoặc từ 5 %.',
    complaints: ({ data }) => {
      const percent = data.salary.over_scale_percent
      return percent !== null && percent > 0 && percent < 5
        ? [{ place: at('over_scale_percent'), sentence: 'Lần đầu được hưởng là 5 %. Ghi 0 hoặc từ 5 trở lên.' }]
        : []
    },
  },
  {
    id: 'R52-last-step',
    clause: 'NĐ 204/2004/NĐ-CP, Điều 6',
    severity: 'error',
    demands: 'Chỉ bậc cuối mới có phụ cấp vượt khung.',
    complaints: byRank((salary, group) =>
      (salary.over_scale_percent ?? 0) > 0 &&
      salary.salary_step !== null &&
      (salary.salary_step < group.maxStep || !group.hasOverScale)
        ? [
            {
              place: at('over_scale_percent'),
              sentence: `Chỉ hưởng khi ở bậc cuối (bậc ${group.maxStep}). Sửa bậc hoặc ghi 0.`,
            },
          ]
        : [],
    ),
  },
  {
    id: 'R52-growth',
    clause: 'NĐ 204/2004/NĐ-CP, Điều 6; TT 04/2005/TT-BNV, mục II',
    severity: 'warning',
    demands: 'Phụ cấp vượt khung 5 % lần đầu, mỗi 12 tháng thêm 1 %.',
    complaints: byRank((salary, group, today) => {
      const { salary_effective_on: since, over_scale_percent: percent } = salary
      if (since === null || !percent) return []
      const waited = monthsBetween(since, today) - group.monthsPerStep
      const most = waited < 0 ? 0 : 5 + Math.floor(waited / 12)
      return waited >= 0 && percent > most
        ? [
            {
              place: at('over_scale_percent'),
              sentence: `Ở bậc cuối từ ${sayPartialDay(since)} thì đến nay nhiều nhất ${most} %. Xem lại quyết định.`,
            },
          ]
        : []
    }),
  },
  {
    id: 'R53-waiting',
    clause: 'TT 04/2005/TT-BNV, mục II',
    severity: 'error',
    demands: 'Hưởng vượt khung sau khi đủ 36 tháng (A) hoặc 24 tháng (B, C) ở bậc cuối.',
    complaints: byRank((salary, group) => {
      const { over_scale_effective_on: from, salary_effective_on: since, over_scale_percent: percent } = salary
      if (from === null || since === null || !percent || from >= addMonths(since, group.monthsPerStep)) return []
      return [
        {
          place: at('over_scale_effective_on'),
          sentence: `Phải từ ${sayPartialDay(addMonths(since, group.monthsPerStep))}: đủ ${group.monthsPerStep} tháng ở bậc cuối.`,
        },
      ]
    }),
  },
]
