import type { NoApprover } from './resolve-approver'
import type { ApproverPlace, ApproverRule } from './rule'

/** Whose head approves, as the table says it. */
export const PLACE_WORDS: Record<ApproverPlace, string> = {
  ownUnit: 'Người đứng đầu đơn vị của người đó',
  managingUnit: 'Người đứng đầu đơn vị quản lý trực tiếp',
  department: 'Thủ trưởng sở, ngành tỉnh',
  district: 'Chủ tịch UBND huyện, thành phố',
  commune: 'Chủ tịch UBND xã, phường',
  province: 'Chủ tịch UBND tỉnh',
  namedUnit: 'Người đứng đầu một đơn vị nêu tên',
}

type Ruled = Pick<ApproverRule, 'rank' | 'basis'>

/** Why nobody may approve this record, as Sở Nội vụ reads it. */
export function noApproverWords(missing: NoApprover, rule: Ruled | null): string {
  const row = rule === null ? '' : ` (dòng ${rule.rank}, ${rule.basis})`
  if (missing === 'noRule') return 'Không dòng nào của bảng người duyệt nói tới loại đơn vị và đối tượng này'
  if (missing === 'onlyThemself') return `Bảng chỉ dẫn về chính người có hồ sơ${row}, chưa có dòng cho trường hợp này`
  return `Không tìm thấy đơn vị của người duyệt mà bảng nêu${row}`
}
