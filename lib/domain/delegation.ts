/**
 * Which kinds of unit may make administrators of the units below them (Quy chế, Điều 8 khoản 2), from when to when.
 * A change of the tiers of government is a row here.
 */
type Delegation = { from: string; until: string | null; types: readonly string[]; basis: string }

const PROVINCIAL = ['CQCM_TINH', 'VP_DDBQH_HDND', 'BQL_KKT', 'VP_ATGT', 'DVSN_UBND_TINH'] as const

const DELEGATIONS: readonly Delegation[] = [
  {
    from: '2024-12-06',
    until: '2025-06-30',
    types: [...PROVINCIAL, 'UBND_HUYEN'],
    basis: 'Quy chế, Điều 8 khoản 2 điểm a (ngành tỉnh), điểm b (UBND cấp huyện)',
  },
  {
    from: '2025-07-01',
    until: null,
    types: [...PROVINCIAL, 'UBND_XA'],
    basis:
      'Quy chế, Điều 8 khoản 2; Luật Tổ chức chính quyền địa phương 72/2025/QH15: không còn cấp huyện, quyền của điểm b ' +
      'thuộc UBND cấp xã đối với các phòng và đơn vị sự nghiệp của mình',
  },
]

/** `type` is a code of `loai-don-vi`. */
export const mayDelegate = (type: string, day: string): boolean =>
  DELEGATIONS.some(({ from, until, types }) => from <= day && (until === null || day <= until) && types.includes(type))
