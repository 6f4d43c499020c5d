import { earliest, latest, yearsBetween } from './day-arithmetic'
import type { Rule, RuleContext } from './rule'

type AllowanceRow = NonNullable<RuleContext['data']['economy']['allowances']>[number]
type Figure = 'allowance_percent' | 'allowance_coefficient' | 'allowance_amount'

/** Which figure goes with which basis. */
const FIGURE_OF: Record<string, Figure> = {
  PHAN_TRAM: 'allowance_percent',
  HE_SO: 'allowance_coefficient',
  MUC_TIEN: 'allowance_amount',
}
const SAYS: Record<Figure, string> = {
  allowance_percent: 'Phụ cấp này không hưởng theo phần trăm. Để trống ô này.',
  allowance_coefficient: 'Phụ cấp này không hưởng theo hệ số. Để trống ô này.',
  allowance_amount: 'Giá trị được tính theo lương cơ sở, không ghi tay. Để trống ô này.',
}
/** Thâm niên nhà giáo, in `phu-cap`: 5 % after five years, one more each year. */
const TEACHERS = '13'
const FIRST_PERCENT = 5

const rows = ({ data }: RuleContext) => data.economy.allowances ?? []
const at = (row: AllowanceRow, column: string) => ({
  section: 'economy' as const,
  code: 'allowances',
  row: row.id,
  column,
})

export const ALLOWANCE_RULES: Rule[] = [
  {
    id: 'R103-basis',
    clause: 'Mẫu SYLL, mục 37.2; TT 13/2026/TT-BNV (cách tính phụ cấp)',
    severity: 'error',
    demands: 'Chỉ ghi con số của hình thức hưởng đã chọn; giá trị bằng tiền của hệ số, phần trăm được tính ra.',
    complaints: (context) =>
      rows(context).flatMap((row) => {
        const wanted = FIGURE_OF[row.allowance_basis ?? '']
        if (wanted === undefined) return []
        return Object.values(FIGURE_OF)
          .filter((figure) => figure !== wanted && row[figure] !== null)
          .map((figure) => ({ place: at(row, figure), sentence: SAYS[figure] }))
      }),
  },
  {
    id: 'R101-teachers',
    clause: 'NĐ 77/2021/NĐ-CP, Điều 4 (5 % sau 5 năm, mỗi năm thêm 1 %)',
    severity: 'warning',
    demands: 'Thâm niên nhà giáo từ 5 % và không quá số năm công tác.',
    complaints: (context) => {
      const first = context.data.affiliation.first_recruited_on
      return rows(context).flatMap((row) => {
        if (row.allowance_type !== TEACHERS || row.allowance_percent === null) return []
        const percent = Number(row.allowance_percent)
        const until = row.allowance_period?.to ? latest(row.allowance_period.to) : context.today
        const years = first === null ? null : yearsBetween(earliest(first), until)
        if (percent < FIRST_PERCENT)
          return [
            {
              place: at(row, 'allowance_percent'),
              sentence: 'Thâm niên nhà giáo bắt đầu từ 5 %, sau 5 năm. Xem lại phần trăm.',
            },
          ]
        return years !== null && percent > years
          ? [
              {
                place: at(row, 'allowance_percent'),
                sentence: `Từ khi được tuyển dụng mới ${years} năm, chưa tới ${row.allowance_percent.replace('.', ',')} %. Xem lại quyết định.`,
              },
            ]
          : []
      })
    },
  },
]
