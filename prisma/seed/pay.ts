import table from '@/lib/catalogue/code-lists/bang-luong-204.json'
import titles from '@/lib/catalogue/code-lists/chuc-danh-nghe-nghiep.json'
import ranks from '@/lib/catalogue/code-lists/ngach-cong-chuc.json'
import { firstDay, monthsAfter, monthsBetween } from './months'

/** A step of the pay table, held from a month on. */
export type Step = { from: string; rank: string; step: number; coefficient: string }

/** Pay today and how it came about. */
export type Pay = {
  steps: readonly Step[]
  now: Step
  /** Since when the rank of today is held. */
  rankSince: string
  overScale: { percent: number; since: string } | null
}

const GROUP_OF = new Map([...ranks.items, ...titles.items].map(({ code, salaryGroup }) => [code, salaryGroup]))
const GROUPS = new Map(table.items.map((group) => [group.code, group]))
const YEARS_BEFORE_PROMOTION = 11

function groupOf(rank: string) {
  const group = GROUPS.get(GROUP_OF.get(rank) ?? '')
  if (!group) throw new RangeError(`Rank ${rank} has no line in the pay table`)
  return group
}

/** As the messages and papers write it: 4.68, 3, 3.3. */
export const coefficientOf = (rank: string, step: number) => {
  const found = groupOf(rank).coefficients.find((one) => one.step === step)
  if (!found) throw new RangeError(`Rank ${rank} has no step ${step}`)
  return found.coefficient.toFixed(2)
}

/** Regular raises from recruitment on, and a promotion to each further rank after eleven years. */
export function careerPay(heldRanks: readonly string[], recruitedMonth: string, today: string): Pay {
  const starts: [string, string, number][] = []
  let [index, step, from] = [0, 1, recruitedMonth]
  for (;;) {
    const rank = heldRanks[index] ?? ''
    starts.push([from, rank, step])
    const { monthsPerStep, maxStep } = groupOf(rank)
    // The first year is probation, on the first step.
    const raised = monthsAfter(from, monthsPerStep + (starts.length === 1 ? 12 : 0))
    const promoted =
      index + 1 < heldRanks.length ? monthsAfter(recruitedMonth, 12 * YEARS_BEFORE_PROMOTION * (index + 1)) : null
    if (promoted !== null && promoted <= raised && promoted <= today) {
      step = stepNotBelow(heldRanks[index + 1] ?? '', coefficientOf(rank, step))
      ;[index, from] = [index + 1, promoted]
    } else if (step < maxStep && raised <= today) [step, from] = [step + 1, raised]
    else return payOf(starts, today)
  }
}

/** Pay whose steps are known: `[month, rank, step]`, the last one held today. */
export function payOf(starts: readonly (readonly [from: string, rank: string, step: number])[], today: string): Pay {
  const steps = starts.map(([from, rank, step]) => ({ from, rank, step, coefficient: coefficientOf(rank, step) }))
  const now = steps.at(-1)
  if (!now) throw new RangeError('Pay without a step')
  const rankSince = steps.find(({ rank }) => rank === now.rank)?.from ?? now.from
  return { steps, now, rankSince, overScale: overScale(now, today) }
}

/** Five percent after the last step's term, one more each year (NĐ 204/2004, Điều 6). */
function overScale({ rank, step, from }: Step, today: string): Pay['overScale'] {
  const { maxStep, monthsPerStep } = groupOf(rank)
  const begins = monthsAfter(from, monthsPerStep)
  if (step < maxStep || today < begins) return null
  const years = Math.floor(monthsBetween(begins, today) / 12)
  return { percent: 5 + years, since: firstDay(monthsAfter(begins, 12 * years)) }
}

const stepNotBelow = (rank: string, coefficient: string) =>
  groupOf(rank).coefficients.find((one) => one.coefficient >= Number(coefficient))?.step ?? groupOf(rank).maxStep
