/** Months `YYYY-MM` and days `YYYY-MM-DD`, counted. */
export const monthOf = (day: string) => day.slice(0, 7)
export const yearOf = (day: string) => Number(day.slice(0, 4))

export function monthsAfter(month: string, count: number): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))]
  const total = year * 12 + (number - 1) + count
  return `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, '0')}`
}

export const monthsBetween = (from: string, to: string) =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))

export const firstDay = (month: string) => `${month}-01`

export const dayIn = (year: number, month: number, day: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** The same day some years later. 29 February becomes 28. */
export const yearsAfter = (day: string, years: number) =>
  `${yearOf(day) + years}${day.slice(4)}`.replace('-02-29', '-02-28')

/** Spans that follow one another without a gap: each ends in the month before the next begins, the last goes on. */
export const inSuccession = <T extends { from: string }>(spans: readonly T[]) =>
  spans.map((span, index) => {
    const next = spans[index + 1]
    return { ...span, to: next ? monthsAfter(next.from, -1) : null }
  })
