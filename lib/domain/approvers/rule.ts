/** Where the one who approves is found: whose head. */
export const APPROVER_PLACES = [
  'ownUnit',
  'managingUnit',
  'department',
  'district',
  'commune',
  'province',
  'namedUnit',
] as const
export type ApproverPlace = (typeof APPROVER_PLACES)[number]

/**
 * One row of the table: for these unit types and categories, the head of that place approves. Empty lists mean all.
 * Days are `YYYY-MM-DD`, both included.
 */
export type ApproverRule = {
  id: string
  /** Rules are asked in this order; the first that fits decides. */
  rank: number
  unitTypes: readonly string[]
  categories: readonly string[]
  /** Of the flag “diện Ban Thường vụ Tỉnh ủy quản lý”: null where it does not matter. */
  managed: boolean | null
  /** Asked only for who would otherwise approve their own record. */
  ownRecord: boolean
  place: ApproverPlace
  /** Code of the unit, where the place is `namedUnit`. */
  unitCode: string | null
  /** Where the law or a decision says so. */
  basis: string
  from: string
  until: string | null
}

export const isRuleOn = ({ from, until }: Pick<ApproverRule, 'from' | 'until'>, day: string) =>
  from <= day && (until === null || day <= until)

/** The order in which rules are asked; of two of one rank, the newer. */
export const inOrder = <Rule extends Pick<ApproverRule, 'id' | 'rank' | 'from'>>(rules: readonly Rule[]): Rule[] =>
  rules.toSorted((a, b) => a.rank - b.rank || b.from.localeCompare(a.from) || a.id.localeCompare(b.id))
