import { addMonths, earliest } from '../rules/day-arithmetic'
import { disciplineDelayOf, ratingDelayOf } from './raise-rules'

/** One reason why a raise comes later. */
export type Delay = {
  /** Day of the discipline, or the year of the rating. */
  on: string
  what: 'discipline' | 'rating'
  /** Code of the form of discipline, or of the rating. */
  code: string
  months: number
  basis: string
  /** The figure has not been compared with the law in force. */
  unchecked: boolean
  /** May be for an act that is counted already, or for months before the term: the officer decides. */
  doubtful: boolean
}

type Incident = Delay & { day: string }

/**
 * What lengthens a term that began on `since`: disciplines and years without success that fall into it, the lengthened part
 * too. For one and the same act only the discipline counts (TT 08/2013/TT-BNV, Điều 2 khoản 3).
 */
export function delaysOf(
  facts: {
    category: string
    ratings: readonly { year: number; rating: string }[]
    disciplines: readonly { from: string; form: string }[]
  },
  since: string,
  months: number,
): Delay[] {
  const disciplines = facts.disciplines.flatMap(({ from, form }): Incident[] => {
    const day = earliest(from)
    const rule = disciplineDelayOf(form, facts.category, day)
    if (!rule) return []
    const said = { what: 'discipline' as const, code: form, months: rule.months, basis: rule.basis }
    return [{ day, on: from, ...said, unchecked: !rule.checked, doubtful: false }]
  })
  const years = new Set(disciplines.map(({ day }) => day.slice(0, 4)))
  const ratings = facts.ratings.flatMap(({ year, rating }): Incident[] => {
    // A year is rated when it is over.
    const day = `${year}-12-31`
    const rule = ratingDelayOf(rating, day)
    if (!rule) return []
    const doubtful = years.has(String(year)) || `${year}-01-01` < since
    const said = { what: 'rating' as const, code: rating, months: rule.months, basis: rule.basis }
    return [{ day, on: String(year), ...said, unchecked: false, doubtful }]
  })
  return counted([...disciplines, ...ratings], since, months)
}

/** Those that fall into the term, each of which makes it longer. */
function counted(incidents: Incident[], since: string, months: number): Delay[] {
  const found: Delay[] = []
  let length = months
  for (const { day, ...delay } of incidents.sort((a, b) => a.day.localeCompare(b.day))) {
    if (day < since || day >= addMonths(since, length)) continue
    found.push(delay)
    length += delay.months
  }
  return found
}
