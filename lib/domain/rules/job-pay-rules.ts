import minimumWages from '@/lib/catalogue/code-lists/luong-toi-thieu-vung.json'
import positionAllowances from '@/lib/catalogue/code-lists/phu-cap-chuc-vu.json'
import type { Rule, RuleContext } from './rule'

const at = (code: keyof RuleContext['data']['salary']) => ({ section: 'salary' as const, code })
const grouped = (amount: number) => String(amount).replace(/\B(?=(\d{3})+$)/g, '.')

type Term = { effectiveFrom: string | null; effectiveTo: string | null }
const isInForce = ({ effectiveFrom, effectiveTo }: Term, day: string) =>
  (effectiveFrom ?? '') <= day && day <= (effectiveTo ?? '9999')

/** Allowance of a position, and pay by job position or by agreement. */
export const JOB_PAY_RULES: Rule[] = [
  {
    id: 'R54-missing',
    clause: 'NĐ 204/2004/NĐ-CP; NĐ 07/2026/NĐ-CP (cấp xã)',
    severity: 'error',
    demands: 'Chức vụ có hệ số phụ cấp thì ghi phụ cấp chức vụ.',
    complaints: ({ data, today }) => {
      const { current_position: position } = data.position
      const wanted = positionAllowances.items.find((item) => item.positionCode === position && isInForce(item, today))
      return wanted && data.salary.position_allowance === null
        ? [
            {
              place: at('position_allowance'),
              sentence: `Chức vụ này có phụ cấp ${wanted.coefficient.toFixed(2).replace('.', ',')}. Ghi hệ số theo quyết định.`,
            },
          ]
        : []
    },
  },
  {
    id: 'R57-required',
    clause: 'NĐ 232/2026/NĐ-CP (chuyển xong trước 01/07/2027)',
    severity: 'error',
    demands: 'Viên chức có vị trí việc làm.',
    validFrom: '2027-07-01',
    complaints: ({ data }) =>
      data.agency.person_category === 'VIEN_CHUC' && data.salary.job_position === null
        ? [
            {
              place: at('job_position'),
              sentence: 'Từ 01/07/2027 mọi viên chức có vị trí việc làm. Chọn vị trí việc làm.',
            },
          ]
        : [],
  },
  {
    id: 'R58-same',
    clause: 'Mẫu SYLL, mục 30.3',
    severity: 'warning',
    demands: 'Vị trí việc làm và mã vị trí việc làm là một.',
    complaints: ({ data }) => {
      const { job_position: job, job_position_code: code } = data.salary
      return job !== null && code !== null && job !== code
        ? [
            {
              place: at('job_position_code'),
              sentence: `Vị trí đã chọn có mã ${job}. Xác nhận nếu đề án của đơn vị dùng mã ${code}.`,
            },
          ]
        : []
    },
  },
  {
    id: 'R59-empty',
    clause: 'Chưa có bảng lương theo vị trí việc làm (Nghị quyết 27-NQ/TW chưa thực hiện)',
    severity: 'error',
    demands: 'Bậc lương theo vị trí việc làm để trống cho đến khi có bảng lương.',
    complaints: ({ data }) =>
      data.salary.job_salary_step === null
        ? []
        : [{ place: at('job_salary_step'), sentence: 'Chưa có bảng lương theo vị trí việc làm. Để trống ô này.' }],
  },
  {
    id: 'R60-minimum',
    clause: 'Bộ luật Lao động 2019, Điều 90, 91; NĐ 293/2025/NĐ-CP',
    severity: 'warning',
    demands: 'Tiền lương thỏa thuận không dưới mức tối thiểu của vùng thấp nhất.',
    complaints: ({ data, today }) => {
      const amount = data.salary.job_salary_amount
      const least = minimumWages.items.find((item) => isInForce(item, today))?.amounts.at(-1)
      return data.agency.person_category === 'LAO_DONG_HOP_DONG' && amount !== null && least && amount < least
        ? [
            {
              place: at('job_salary_amount'),
              sentence: `Dưới mức tối thiểu của vùng thấp nhất (${grouped(least)} đồng một tháng). Xem lại hợp đồng.`,
            },
          ]
        : []
    },
  },
]
