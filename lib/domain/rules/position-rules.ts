import positionAllowances from '@/lib/catalogue/code-lists/phu-cap-chuc-vu.json'
import { sayPartialDay } from '@/lib/catalogue/days'
import { addMonths, isBefore } from './day-arithmetic'
import type { Rule } from './rule'

/** Term of an appointment in months (Luật CBCC, Luật Viên chức: five years). */
const TERM_MONTHS = 60

export const POSITION_RULES: Rule[] = [
  {
    id: 'R36-order',
    clause: 'Mẫu SYLL, mục 23',
    severity: 'error',
    demands: 'Ngày bổ nhiệm không trước ngày được tuyển dụng lần đầu.',
    complaints: ({ data }) => {
      const appointed = data.position.position_appointed_on
      const first = data.affiliation.first_recruited_on
      return appointed !== null && first !== null && isBefore(appointed, first)
        ? [
            {
              place: { section: 'position', code: 'position_appointed_on' },
              sentence: `Phải từ ${sayPartialDay(first)} (ngày được tuyển dụng) trở đi.`,
            },
          ]
        : []
    },
  },
  {
    id: 'R37-order',
    clause: 'Mẫu SYLL, mục 23',
    severity: 'error',
    demands: 'Ngày bổ nhiệm lại sau ngày bổ nhiệm.',
    complaints: ({ data }) => {
      const { position_appointed_on: first, position_reappointed_on: again } = data.position
      return first !== null && again !== null && again <= first
        ? [
            {
              place: { section: 'position', code: 'position_reappointed_on' },
              sentence: `Phải sau ${sayPartialDay(first)} (ngày bổ nhiệm).`,
            },
          ]
        : []
    },
  },
  {
    id: 'R37-term',
    clause: 'Luật Cán bộ, công chức 2025; Luật Viên chức 2025 (thời hạn bổ nhiệm 5 năm)',
    severity: 'warning',
    demands: 'Quá 5 năm từ lần bổ nhiệm gần nhất thì có ngày bổ nhiệm lại.',
    complaints: ({ data, today }) => {
      const { holds_position, position_appointed_on: first, position_reappointed_on: again } = data.position
      const last = again ?? first
      return holds_position === true && last !== null && addMonths(last, TERM_MONTHS) < today
        ? [
            {
              place: { section: 'position', code: 'position_reappointed_on' },
              sentence: `Đã quá 5 năm từ ${sayPartialDay(last)}. Ghi ngày bổ nhiệm lại nếu đã có quyết định.`,
            },
          ]
        : []
    },
  },
  {
    id: 'R54-allowance',
    clause: 'NĐ 204/2004/NĐ-CP; NĐ 07/2026/NĐ-CP (cấp xã)',
    severity: 'warning',
    demands: 'Hệ số phụ cấp chức vụ khớp chức vụ đang giữ.',
    complaints: ({ data, today }) => {
      const { current_position: position } = data.position
      const allowance = data.salary.position_allowance
      const wanted = positionAllowances.items.filter(
        (item) =>
          item.positionCode === position &&
          (item.effectiveFrom ?? '') <= today &&
          (item.effectiveTo ?? '9999') >= today,
      )
      if (position === null || allowance === null || wanted.length === 0) return []
      const figures = wanted.map((item) => item.coefficient.toFixed(2))
      return figures.some((figure) => Number(figure) === Number(allowance))
        ? []
        : [
            {
              place: { section: 'salary', code: 'position_allowance' },
              sentence: `Chức vụ này có hệ số ${figures.map((figure) => figure.replace('.', ',')).join(' hoặc ')}. Xem lại quyết định.`,
            },
          ]
    },
  },
]
