import { groupOfRank } from '@/lib/catalogue/salary-scale'
import { addMonths, earliest } from '../rules/day-arithmetic'
import { type Delay, delaysOf } from './delays'
import { overScaleTermOf, termOf } from './raise-rules'

/** Of one person's pay, as far as the next raise follows from it. Days are `YYYY-MM-DD`. */
export type PayFacts = {
  category: string
  status: string
  rankCode: string | null
  step: number | null
  /** As stored, two decimals. */
  coefficient: string | null
  /** Since when the step is held. */
  since: string | null
  overScale: number | null
  overScaleSince: string | null
  ratings: readonly { year: number; rating: string }[]
  disciplines: readonly { from: string; form: string }[]
}

/** A step with its coefficient, or the last step with its allowance. */
export type PayLevel = { step: number; coefficient: string; overScale: number }

/** What comes next, from when, and why. `earliestOn`: where two delays may be for one and the same act, without the lesser. */
export type NextRaise = {
  kind: 'regular' | 'overScale'
  from: PayLevel
  to: PayLevel
  /** The day the term is counted from, its length, and where it would end without any delay. */
  since: string
  months: number
  baseOn: string
  dueOn: string
  earliestOn: string
  delays: Delay[]
  basis: string
}

/** Why nothing comes. */
export type NoRaise = 'noRank' | 'unknownGroup' | 'incomplete' | 'offScale' | 'probation' | 'lastStep'

/** The next regular raise, or the next percent over the scale (TT 08/2013/TT-BNV, Điều 2; TT 04/2005/TT-BNV, mục II). */
export function nextRaise(facts: PayFacts): NextRaise | { none: NoRaise } {
  const { rankCode, step, coefficient, since } = facts
  if (rankCode === null) return { none: 'noRank' }
  if (facts.status === 'TAP_SU') return { none: 'probation' }
  const group = groupOfRank(rankCode)
  if (!group) return { none: 'unknownGroup' }
  if (step === null || coefficient === null || since === null) return { none: 'incomplete' }
  const scale = group.coefficients[step - 1]
  if (scale === undefined || Number(scale) !== Number(coefficient)) return { none: 'offScale' }
  const now: PayLevel = { step, coefficient: scale, overScale: facts.overScale ?? 0 }
  const higher = group.coefficients[step]
  if (step < group.maxStep && higher !== undefined) {
    const term = termOf(group.code, since)
    if (!term) return { none: 'unknownGroup' }
    const to = { step: step + 1, coefficient: higher, overScale: 0 }
    return due({ facts, kind: 'regular', from: now, to, since, months: term.months, basis: term.basis })
  }
  const term = overScaleTermOf(group.code, since)
  if (!term || !group.hasOverScale) return { none: 'lastStep' }
  const first = now.overScale === 0
  const counted = first ? since : facts.overScaleSince
  if (counted === null) return { none: 'incomplete' }
  const percent = first ? term.firstPercent : now.overScale + term.thenPercent
  const months = first ? term.firstMonths : term.thenMonths
  const to = { ...now, overScale: percent }
  return due({ facts, kind: 'overScale', from: now, to, since: counted, months, basis: term.basis })
}

type Counted = Pick<NextRaise, 'kind' | 'from' | 'to' | 'since' | 'months' | 'basis'> & { facts: PayFacts }

function due({ facts, since: day, ...raise }: Counted): NextRaise {
  const since = earliest(day)
  const baseOn = addMonths(since, raise.months)
  const delays = delaysOf(facts, since, raise.months)
  const months = (some: readonly Delay[]) => some.reduce((sum, delay) => sum + delay.months, 0)
  const certain = delays.filter(({ doubtful }) => !doubtful)
  return {
    ...raise,
    ...{ since, baseOn, delays },
    dueOn: addMonths(since, raise.months + months(delays)),
    earliestOn: addMonths(since, raise.months + months(certain)),
  }
}
