import { sayDay } from '../calendar'
import { printCode } from '../check-code'
import { DECLARATION, isByDecision } from '../record'
import type { CvForm, Signing } from './form'

/** What the printed record is: somebody's unfinished work, or what was approved and signed. Days are `YYYY-MM-DD`. */
export type Standing = { /** Who prints, and when: “10:32, 22/11/2026”. */ printedBy: string; printedAt: string } & (
  | { of: 'draft' }
  | {
      of: 'approved'
      version: number
      declaration: string
      declaredOn: string
      approvedOn: string
      /** “Tháng 11 năm 2026”, “Đợt ngoài kỳ số 2/2026-11”. */
      batch: string
      approver: { name: string; title: string }
      /** Where this approval is checked: the code, and the portal's address with it. */
      check?: { code: string; url: string | null }
      /** SHA-256 of the record as it stands in the signed list. */
      leaf: string
    }
)

const PLACE = 'Đồng Tháp'
const HEAD = 'Thủ trưởng cơ quan, đơn vị quản lý, sử dụng cán bộ, công chức, viên chức'

export const capitals = (text: string) => text.toLocaleUpperCase('vi')

/** Declaration, signatures, mark and foot. Only what was approved says so. */
export function closing(
  standing: Standing,
  name: string,
): Pick<CvForm, 'declaration' | 'person' | 'authority' | 'check' | 'mark' | 'foot'> {
  const person = { title: 'NGƯỜI KHAI', hint: '(Ký, ghi rõ họ tên)', name }
  const authority = { title: capitals(HEAD), hint: '(Ký tên, đóng dấu)' }
  const printed = `In lúc ${standing.printedAt}, người in: ${standing.printedBy}.`
  if (standing.of === 'draft') {
    return {
      declaration: DECLARATION,
      person: { ...person, ...UNSIGNED },
      authority: { ...authority, ...UNSIGNED, name: null },
      check: null,
      mark: 'BẢN NHÁP',
      foot: `Bản nháp, chưa được phê duyệt. ${printed}`,
    }
  }
  const { declaration, declaredOn, approvedOn, approver, batch, version, check, leaf } = standing
  return {
    declaration,
    person: {
      ...{ ...person, hint: '', day: dayLine(declaredOn) },
      note: isByDecision(declaration)
        ? `Đã cam đoan ở bản trước; đơn vị ghi quyết định ngày ${sayDay(declaredOn)}`
        : `Đã cam đoan khi gửi, ngày ${sayDay(declaredOn)}`,
    },
    authority: {
      day: dayLine(approvedOn),
      title: capitals(approver.title),
      hint: '',
      note: `Đã phê duyệt bằng chữ ký số, ${batch}`,
      name: approver.name,
    },
    check: check ? { ...check, code: printCode(check.code), words: CHECK_WORDS } : null,
    mark: null,
    foot: `Bản ${version}, phê duyệt ngày ${sayDay(approvedOn)}, mã kiểm tra ${leaf.slice(0, 16)}. ${printed}`,
  }
}

const CHECK_WORDS = 'Quét ô này để kiểm tra bản phê duyệt, không cần tài khoản. Mã:'
const DOTS = '……'
const UNSIGNED = { day: `${DOTS}, ngày ${DOTS} tháng ${DOTS} năm ${DOTS}`, note: null } satisfies Partial<Signing>

/** Days below ten and the first two months take a leading nought, so that nothing can be written in before them. */
function dayLine(day: string) {
  const [year, month, date] = day.split('-')
  return `${PLACE}, ngày ${date} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`
}
