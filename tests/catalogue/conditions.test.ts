import { expect, test } from 'vitest'
import { CONDITIONS } from '@/lib/catalogue/conditions'

test.each([
  ['30.000.000', true],
  [30_000_000, true],
  ['7,5', true],
  ['0', false],
  ['0,0', false],
  ['', false],
  [null, false],
])('what an amount opens is opened while it is typed: %s', (typed, opens) => {
  expect(CONDITIONS.hasOtherIncome.holds({ income_other: typed })).toBe(opens)
  expect(CONDITIONS.hasOverScale.holds({ over_scale_percent: typed })).toBe(opens)
  expect(CONDITIONS.hasJobOverScale.holds({ job_over_scale_percent: typed })).toBe(opens)
})
