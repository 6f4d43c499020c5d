import { type ApproverRule, inOrder, isRuleOn } from './rule'

/** A unit as far as the rules look at it. */
export type ApproverUnit = { id: string; code: string; name: string; typeCode: string; parentId: string | null }

/** Whose record it is. */
export type Approvable = {
  unitId: string
  personCategory: string
  managed: boolean
  /** Units this person heads on the day. */
  heads: readonly string[]
}

/** Why nobody may approve: no row fits, the row's place is not there, or every row leads to the person themself. */
export type NoApprover = 'noRule' | 'placeMissing' | 'onlyThemself'

export type Approver = { unit: ApproverUnit; rule: ApproverRule } | { missing: NoApprover; rule: ApproverRule | null }

/** Types whose head is meant by “Thủ trưởng ngành tỉnh” (Quy chế, Điều 2 khoản 1 điểm b). */
const DEPARTMENTS: readonly string[] = ['CQCM_TINH', 'VP_DDBQH_HDND', 'BQL_KKT', 'VP_ATGT']

/**
 * Who approves this person's record on this day (Quy chế, Điều 11): the head of exactly one unit, or nobody and why. The first rule
 * that fits decides; one that leads to the person themself gives way to the next, and only then those for own records are asked.
 * A rule whose place is not there is not passed over: another would be a guess.
 */
export function resolveApprover(
  person: Approvable,
  rules: readonly ApproverRule[],
  units: ReadonlyMap<string, ApproverUnit>,
  day: string,
): Approver {
  const own = units.get(person.unitId)
  if (!own) return { missing: 'placeMissing', rule: null }
  let themself: ApproverRule | null = null
  for (const rule of inOrder(rules)) {
    if (!isRuleOn(rule, day) || !fits(rule, person, own)) continue
    if (rule.ownRecord && themself === null) continue
    const unit = placeOf(rule, own, units)
    if (!unit) return { missing: 'placeMissing', rule }
    if (!person.heads.includes(unit.id)) return { unit, rule }
    themself ??= rule
  }
  return themself ? { missing: 'onlyThemself', rule: themself } : { missing: 'noRule', rule: null }
}

const fits = (rule: ApproverRule, { personCategory, managed }: Approvable, { typeCode }: ApproverUnit) =>
  (rule.unitTypes.length === 0 || rule.unitTypes.includes(typeCode)) &&
  (rule.categories.length === 0 || rule.categories.includes(personCategory)) &&
  (rule.managed === null || rule.managed === managed)

function placeOf(rule: ApproverRule, own: ApproverUnit, units: ReadonlyMap<string, ApproverUnit>) {
  switch (rule.place) {
    case 'ownUnit':
      return own
    case 'managingUnit':
      return own.parentId === null ? undefined : units.get(own.parentId)
    case 'department':
      return nearest(own, units, DEPARTMENTS)
    case 'district':
      return nearest(own, units, ['UBND_HUYEN'])
    case 'commune':
      return nearest(own, units, ['UBND_XA'])
    case 'province':
      return nearest(own, units, ['UBND_TINH'])
    case 'namedUnit':
      return [...units.values()].find(({ code }) => code === rule.unitCode)
  }
}

/** The unit itself or the first above it that is of one of these types. */
function nearest(own: ApproverUnit, units: ReadonlyMap<string, ApproverUnit>, types: readonly string[]) {
  const seen = new Set<string>()
  let unit: ApproverUnit | undefined = own
  while (unit && !seen.has(unit.id)) {
    if (types.includes(unit.typeCode)) return unit
    seen.add(unit.id)
    unit = unit.parentId === null ? undefined : units.get(unit.parentId)
  }
  return undefined
}
