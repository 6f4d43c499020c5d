import { laterOf } from '../organisation/organisation'
import { type FieldErrors, Refusal } from '../refusal'

/** Ký thay, thừa ủy quyền, thừa lệnh (NĐ 30/2020/NĐ-CP, Điều 13). */
export const MANDATE_KINDS = ['KT', 'TUQ', 'TL'] as const
export type MandateKind = (typeof MANDATE_KINDS)[number]

export const MANDATE_WORDS: Record<MandateKind, string> = {
  KT: 'Ký thay (KT.)',
  TUQ: 'Thừa ủy quyền (TUQ.)',
  TL: 'Thừa lệnh (TL.)',
}

export type MandateScope = { monthly: boolean; adHoc: boolean }

/** What a grant that comes of a mandate says of it. */
export type Mandated = MandateScope & {
  mandateId: string
  kind: MandateKind
  documentNo: string
  /** The head in whose place it is signed. */
  head: string
  headPersonId: string
}

type Wanted = MandateScope & {
  kind: MandateKind
  from: string
  until: string | null
  documentNo: string
  mandatary: { userId: string; unitPath: string } | null
  head: { userId: string } | null
  unitPath: string
  /** What the mandatary already holds over the unit. */
  others: readonly { from: string; until: string | null }[]
}

/** Judges a mandate before it is given. Throws `mandateRefused` with every reason, each at its field. */
export function judgeMandate({ kind, from, until, documentNo, mandatary, head, unitPath, others, ...scope }: Wanted) {
  const faults: FieldErrors = {}
  if (documentNo === '') faults.documentNo = 'Ghi số, ngày văn bản giao ký.'
  if (!head) faults.unitId = 'Đơn vị chưa có thủ trưởng trong những ngày này nên không có ai giao ký.'
  if (!mandatary) faults.mandatary = 'Không có tài khoản đang dùng nào như vậy.'
  else if (mandatary.userId === head?.userId) faults.mandatary = 'Người này chính là thủ trưởng của đơn vị.'
  else if (!mandatary.unitPath.startsWith(unitPath))
    faults.mandatary = 'Người được giao ký phải làm việc tại đơn vị hoặc đơn vị trực thuộc.'
  if (until !== null && until < from) faults.until = 'Ngày hết hạn phải sau ngày bắt đầu. Xem lại hai ngày này.'
  if (kind === 'TUQ' && until === null)
    faults.until = 'Thừa ủy quyền phải có thời hạn (NĐ 30/2020/NĐ-CP, Điều 13 khoản 2).'
  if (!scope.monthly && !scope.adHoc) faults.scope = 'Chọn ít nhất một loại đợt ký.'
  if (others.some((one) => overlaps(one, { from, until })))
    faults.from = 'Người này đã được giao ký trong những ngày này. Thu hồi văn bản cũ trước.'
  const reasons = Object.values(faults)
  if (reasons.length > 0) throw new Refusal('mandateRefused', { reasons }, faults)
}

type Span = { from: string; until: string | null }
const overlaps = (one: Span, other: Span) =>
  (other.until === null || one.from <= other.until) && (one.until === null || other.from <= one.until)

/** A mandate falls with the office it comes of: the days both are in force. Null where there is none. */
export function sharedDays(one: Span, other: Span): Span | null {
  const from = laterOf(one.from, other.from)
  const [until = null] = [one.until, other.until].filter((day) => day !== null).sort()
  return until !== null && until < from ? null : { from, until }
}

/** Titles as they are printed, the head's above the signer's own: `KT. Giám đốc`, then `Phó Giám đốc`. */
export function mandateTitle(kind: MandateKind, headTitle: string, ownTitle: string | null): string {
  const own = ownTitle ?? (kind === 'KT' ? `Phó ${headTitle}` : 'Người được giao ký')
  return `${kind}. ${headTitle}\n${own}`
}

/** In whose authority it is approved: the head's, whoever signs in their place. */
export const authorityOf = (title: string): string => (title.split('\n')[0] ?? title).replace(/^(KT|TUQ|TL)\. /u, '')
