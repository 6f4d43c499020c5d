import disciplineForms from '@/lib/catalogue/code-lists/hinh-thuc-ky-luat.json'
import ratings from '@/lib/catalogue/code-lists/xep-loai-chat-luong.json'
import { earliest, latest, monthsBetween } from './day-arithmetic'
import type { Rule, RuleContext } from './rule'

const untilOf = new Map(ratings.items.map((item) => [item.code, 'validUntil' in item ? item.validUntil : undefined]))
/** Months a disciplinary measure lasts (Luật CBCC 2008, Điều 82; NĐ 172/2025; NĐ 234/2026). */
const LASTS = 12
/** Warning and reprimand, removal, demotion; who is dismissed has no term to wait for. */
const TEMPORARY = new Set(
  disciplineForms.items
    .filter(({ code, branch }) => branch === 'HANH_CHINH' && ['01', '02', '03', '05', '06'].includes(code))
    .map(({ code }) => code),
)

const rewards = ({ data }: RuleContext) => data.recognition.rewards ?? []
const reward = (row: string, column: string) => ({ section: 'recognition' as const, code: 'rewards', row, column })

export const RECOGNITION_RULES: Rule[] = [
  {
    id: 'R82-empty',
    clause: 'Mẫu SYLL, mục 35.1',
    severity: 'warning',
    demands: 'Một dòng thành tích có xếp loại, danh hiệu hoặc hình thức khen thưởng.',
    complaints: (context) =>
      rewards(context).flatMap((row) =>
        row.professional_rating === null && row.emulation_title === null && row.reward_form === null
          ? [
              {
                place: reward(row.id, 'professional_rating'),
                sentence: 'Dòng này mới có năm. Ghi xếp loại, danh hiệu hoặc hình thức khen thưởng, hoặc xóa dòng.',
              },
            ]
          : [],
      ),
  },
  {
    id: 'R83-dated',
    clause: 'NĐ 56/2015/NĐ-CP; NĐ 90/2020/NĐ-CP (bỏ mức “còn hạn chế về năng lực” từ 20/08/2020)',
    severity: 'error',
    demands: 'Mức xếp loại còn được dùng trong năm đó.',
    complaints: (context) =>
      rewards(context).flatMap((row) => {
        const until = untilOf.get(row.professional_rating ?? '')
        return until && row.reward_year !== null && row.reward_year > Number(until.slice(0, 4))
          ? [
              {
                place: reward(row.id, 'professional_rating'),
                sentence: `Mức này chỉ dùng đến năm ${until.slice(0, 4)}. Chọn mức trong quyết định của năm ${row.reward_year}.`,
              },
            ]
          : []
      }),
  },
  {
    id: 'R85-decision',
    clause: 'Mẫu SYLL, mục 35.1; Luật Thi đua, khen thưởng 2022',
    severity: 'warning',
    demands: 'Hình thức khen thưởng có số, ngày và cơ quan quyết định.',
    complaints: (context) =>
      rewards(context).flatMap((row) => {
        const lacks = [
          row.decision_no === null ? 'số' : [],
          row.decision_date === null ? 'ngày' : [],
          row.decision_authority === null ? 'cơ quan' : [],
        ].flat()
        return row.reward_form !== null && lacks.length > 0
          ? [
              {
                place: reward(row.id, 'reward_form'),
                sentence: `Ghi ${lacks.join(', ')} quyết định khen thưởng, hoặc xác nhận là không còn giấy tờ.`,
              },
            ]
          : []
      }),
  },
  {
    id: 'R86-length',
    clause: 'Luật CBCC 2008, Điều 82; NĐ 172/2025/NĐ-CP; NĐ 234/2026/NĐ-CP (12 tháng)',
    severity: 'warning',
    demands: 'Kỷ luật hành chính hết hiệu lực sau 12 tháng.',
    complaints: ({ data, today }) =>
      (data.recognition.disciplines ?? []).flatMap((row) => {
        const period = row.discipline_period
        if (!period || !TEMPORARY.has(row.discipline_form ?? '')) return []
        const months = monthsBetween(earliest(period.from), period.to === null ? today : latest(period.to))
        const exact = period.from.length > 4 && (period.to === null || period.to.length > 4)
        // Counted by calendar months: a term may end in the eleventh or the twelfth after the first.
        return exact && (period.to === null ? months > LASTS : months < LASTS - 1 || months > LASTS)
          ? [
              {
                place: { section: 'recognition', code: 'disciplines', row: row.id, column: 'discipline_period' },
                sentence: `Kỷ luật có hiệu lực ${LASTS} tháng. Xem lại tháng hết hiệu lực.`,
              },
            ]
          : []
      }),
  },
]
