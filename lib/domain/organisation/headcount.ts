/** What is allotted to a unit for a year (Công văn của Bộ Nội vụ về giao biên chế; QĐ giao của UBND tỉnh): R156. */
export const QUOTA_KINDS = ['payroll', 'assigned', 'contract'] as const
export type QuotaKind = (typeof QUOTA_KINDS)[number]

export const QUOTA_WORDS: Record<QuotaKind, string> = {
  payroll: 'Biên chế cán bộ, công chức',
  assigned: 'Số người làm việc',
  contract: 'Hợp đồng theo NĐ 111/2022',
}

/** Which allotment a person of this category (`doi-tuong`) counts against. */
export function quotaKindOf(category: string): QuotaKind {
  if (category === 'CAN_BO' || category === 'CONG_CHUC') return 'payroll'
  return category === 'LAO_DONG_HOP_DONG' ? 'contract' : 'assigned'
}

export type Quota = { unitId: string; kind: QuotaKind; count: number }

export type Used = { kind: QuotaKind; used: number; allotted: number | null }

/** People against allotment, kind by kind; what is neither allotted nor used is left out. */
export function usedOf(categories: readonly string[], quotas: readonly Pick<Quota, 'kind' | 'count'>[]): Used[] {
  return QUOTA_KINDS.map((kind) => ({
    kind,
    used: categories.filter((category) => quotaKindOf(category) === kind).length,
    allotted: quotas.find((quota) => quota.kind === kind)?.count ?? null,
  })).filter(({ used, allotted }) => used > 0 || allotted !== null)
}

/** By how many people the unit is over; 0 where nothing is allotted yet. */
export const overBy = ({ used, allotted }: Used) => (allotted === null ? 0 : Math.max(0, used - allotted))
