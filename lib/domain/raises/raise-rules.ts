import data from './raise-rules.json'

type Dated = { basis: string; validFrom: string; validUntil: string | null }

/** Months on a step before the next. */
export type Term = Dated & { groups: readonly string[]; months: number }
/** The allowance in place of a step, for who stands on the last one. */
export type OverScaleTerm = Dated & {
  groups: readonly string[]
  firstMonths: number
  firstPercent: number
  thenMonths: number
  thenPercent: number
}
type RatingDelay = Dated & { rating: string; months: number }
/** `checked`: the figure was read in the text of the law; otherwise it is shown as one to be looked up. */
type DisciplineDelay = Dated & { categories: readonly string[]; form: string; months: number; checked: boolean }
type EarlyRule = Dated & { kind: string; mostMonths: number; quotaPercent: number | null }

/** What the law says of raises: which row holds on a day is asked with that day. */
export const RAISE_RULES: {
  terms: readonly Term[]
  overScale: readonly OverScaleTerm[]
  ratings: readonly RatingDelay[]
  disciplines: readonly DisciplineDelay[]
  early: readonly EarlyRule[]
} = data

const holds = ({ validFrom, validUntil }: Dated, day: string) =>
  validFrom <= day && (validUntil === null || day <= validUntil)

export const termOf = (group: string, day: string) =>
  RAISE_RULES.terms.find((term) => holds(term, day) && term.groups.includes(group))

export const overScaleTermOf = (group: string, day: string) =>
  RAISE_RULES.overScale.find((term) => holds(term, day) && term.groups.includes(group))

export const ratingDelayOf = (rating: string, day: string) =>
  RAISE_RULES.ratings.find((one) => holds(one, day) && one.rating === rating)

export const disciplineDelayOf = (form: string, category: string, day: string) =>
  RAISE_RULES.disciplines.find((one) => holds(one, day) && one.form === form && one.categories.includes(category))

export function earlyRuleOf(kind: 'merit' | 'retirement', day: string): EarlyRule {
  const rule = RAISE_RULES.early.find((one) => holds(one, day) && one.kind === kind)
  if (!rule) throw new RangeError(`No rule for an early raise on ${day}`)
  return rule
}
