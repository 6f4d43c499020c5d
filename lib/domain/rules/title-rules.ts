import { sayPartialDay } from '@/lib/catalogue/days'
import type { Complaint, Rule } from './rule'

type Test = { name: RegExp; most: number; least: number; says: string }

/** Scales of the tests people name in the box for their score. */
const TESTS: Test[] = [
  { name: /ielts/i, least: 0, most: 9, says: 'IELTS từ 0 đến 9' },
  { name: /toeic/i, least: 10, most: 990, says: 'TOEIC từ 10 đến 990' },
  { name: /toefl\s*itp/i, least: 310, most: 677, says: 'TOEFL ITP từ 310 đến 677' },
  { name: /toefl(?!\s*itp)/i, least: 0, most: 120, says: 'TOEFL iBT từ 0 đến 120' },
]

export const TITLE_RULES: Rule[] = [
  {
    id: 'R34-years',
    clause: 'Mẫu SYLL, mục 22',
    severity: 'error',
    demands: 'Mỗi danh hiệu nhà nước phong tặng có một năm, không sau năm nay.',
    complaints: ({ data, today }) => {
      const { state_title: titles, state_title_years: typed } = data.qualification
      if (titles === null || typed === null) return []
      const years = typed.split(';').map(Number)
      const place = { section: 'qualification' as const, code: 'state_title_years' }
      if (years.length !== titles.length)
        return [
          { place, sentence: `Có ${titles.length} danh hiệu thì ghi ${titles.length} năm, theo thứ tự danh hiệu.` },
        ]
      const wrong = years.find((year) => year < 1945 || year > Number(today.slice(0, 4)))
      return wrong === undefined
        ? []
        : [{ place, sentence: `Năm ${wrong} không thể đúng. Xem lại quyết định phong tặng.` }]
    },
  },
  {
    id: 'R38-period',
    clause: 'Mẫu SYLL, mục 24',
    severity: 'error',
    demands: 'Giai đoạn quy hoạch kết thúc sau khi bắt đầu.',
    complaints: ({ data }) => {
      const [from = 0, to = 0] = (data.position.planned_position_period ?? '').split(/\s*[-–]\s*/).map(Number)
      return from > 0 && to <= from
        ? [
            {
              place: { section: 'position', code: 'planned_position_period' },
              sentence: `Năm cuối phải sau ${from}. Ghi hai năm như trong quyết định, ví dụ 2025–2030.`,
            },
          ]
        : []
    },
  },
  {
    id: 'R36-future',
    clause: 'Mẫu SYLL, mục 23 và 30.1',
    severity: 'warning',
    demands: 'Ngày bổ nhiệm chức vụ, bổ nhiệm ngạch và hưởng lương không ở sau hôm nay.',
    complaints: ({ data, today }) => {
      const days: [Complaint['place'], string | null][] = [
        [{ section: 'position', code: 'position_appointed_on' }, data.position.position_appointed_on],
        [{ section: 'position', code: 'position_reappointed_on' }, data.position.position_reappointed_on],
        [{ section: 'salary', code: 'rank_appointed_on' }, data.salary.rank_appointed_on],
        [{ section: 'salary', code: 'salary_effective_on' }, data.salary.salary_effective_on],
      ]
      return days.flatMap(([place, day]) =>
        day !== null && day > today
          ? [
              {
                place,
                sentence: `${sayPartialDay(day)} ở sau hôm nay. Xác nhận nếu quyết định đã ký có hiệu lực từ ngày này.`,
              },
            ]
          : [],
      )
    },
  },
  {
    id: 'R75-scale',
    clause: 'Mẫu SYLL, mục 32.6; thang điểm của chứng chỉ',
    severity: 'error',
    demands: 'Điểm nằm trong thang của chứng chỉ được nêu.',
    complaints: ({ data }) =>
      (data.training.trainings ?? []).flatMap((row) => {
        const score = row.training_score ?? ''
        const test = TESTS.find(({ name }) => name.test(score))
        const figure = /\d+([.,]\d+)?/.exec(score)?.[0].replace(',', '.')
        return test && figure !== undefined && (Number(figure) < test.least || Number(figure) > test.most)
          ? [
              {
                place: { section: 'training', code: 'trainings', row: row.id, column: 'training_score' },
                sentence: `Thang điểm ${test.says}. Xem lại điểm trên chứng chỉ.`,
              },
            ]
          : []
      }),
  },
]
