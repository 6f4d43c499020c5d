import { expect, test } from 'vitest'
import { DIFFERENCE_WORDS, DIFFERENCES, isDifference, RESENDABLE_DIFFERENCES } from '@/lib/domain/exchange/differences'

test('every difference says what to do; only what was never ours cannot be sent again', () => {
  for (const kind of DIFFERENCES) expect(DIFFERENCE_WORDS[kind].remedy).toMatch(/\.$/)
  expect(DIFFERENCES.filter((kind) => !RESENDABLE_DIFFERENCES.includes(kind))).toEqual(['unknown'])
  expect([isDifference('older'), isDifference('newer')]).toEqual([true, false])
})
