import contracts from '@/lib/catalogue/code-lists/loai-hop-dong.json'
import { sayPartialDay } from '@/lib/catalogue/days'
import { addDays, daysBetween, earliest, latest } from './day-arithmetic'
import type { Rule } from './rule'

/** So many days before its end a contract is spoken of. */
const NOTICE_DAYS = 60

const kindOf = new Map(contracts.items.map((item) => [item.code, item]))
const at = (code: 'contract_type' | 'contract_period') => ({ section: 'affiliation' as const, code })

export const CONTRACT_RULES: Rule[] = [
  {
    id: 'RHD-category',
    clause: 'Luật Viên chức 2025; NĐ 111/2022/NĐ-CP; NĐ 235/2026/NĐ-CP',
    severity: 'error',
    demands: 'Loại hợp đồng hợp với đối tượng.',
    complaints: ({ data }) => {
      const kind = kindOf.get(data.affiliation.contract_type ?? '')
      const category = data.agency.person_category
      return kind && category !== null && kind.appliesTo !== category
        ? [
            {
              place: at('contract_type'),
              sentence: 'Loại hợp đồng này dành cho đối tượng khác. Chọn lại loại hợp đồng.',
            },
          ]
        : []
    },
  },
  {
    id: 'RHD-dated',
    clause: 'NĐ 68/2000, NĐ 111/2022, NĐ 235/2026/NĐ-CP (mỗi loại có thời gian ký)',
    severity: 'error',
    demands: 'Loại hợp đồng còn được ký vào ngày hợp đồng bắt đầu.',
    complaints: ({ data }) => {
      const kind = kindOf.get(data.affiliation.contract_type ?? '')
      const from = data.affiliation.contract_period?.from
      if (!kind || !from) return []
      if (kind.validUntil && earliest(from) > kind.validUntil)
        return [
          {
            place: at('contract_type'),
            sentence: `Loại này chỉ ký đến ${sayPartialDay(kind.validUntil)}. Chọn loại đang áp dụng.`,
          },
        ]
      return kind.validFrom && latest(from) < kind.validFrom
        ? [
            {
              place: at('contract_type'),
              sentence: `Loại này có từ ${sayPartialDay(kind.validFrom)}. Chọn loại của lúc ký, hoặc xem lại ngày bắt đầu.`,
            },
          ]
        : []
    },
  },
  {
    id: 'RHD-end',
    clause: 'Bộ luật Lao động 2019, Điều 45; Luật Viên chức 2025',
    severity: 'warning',
    demands: 'Hợp đồng còn hạn; báo trước khi hết hạn 60 ngày.',
    complaints: ({ data, today }) => {
      const to = data.affiliation.contract_period?.to
      if (!to || latest(to) > addDays(today, NOTICE_DAYS)) return []
      const left = daysBetween(today, latest(to))
      const when = left < 0 ? `đã hết hạn ${sayPartialDay(to)}` : `còn ${left} ngày, hết hạn ${sayPartialDay(to)}`
      return [
        {
          place: at('contract_period'),
          sentence: `Hợp đồng ${when}. Ghi hợp đồng mới nếu đã ký; chưa ký thì báo cán bộ hồ sơ.`,
        },
      ]
    },
  },
]
