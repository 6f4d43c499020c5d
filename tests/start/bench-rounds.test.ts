import { expect, test } from 'vitest'
import { type Case, figureOf, measure, outcomeOf } from '../bench/rounds'
import { tableOf } from '../bench/table'

const aCase = (over: Partial<Case> = {}): Case => ({
  name: 'open',
  times: 1,
  floors: [
    { name: 'a', run: async () => {} },
    { name: 'b', run: async () => {} },
  ],
  ours: { name: 'portal', run: async () => {} },
  limit: { ratio: 2, ms: 30 },
  ...over,
})

test('the median of an odd and of an even number of rounds, with the range', () => {
  expect(figureOf([5, 1, 3])).toEqual({ median: 3, from: 1, to: 5 })
  expect(figureOf([4, 1, 3, 2])).toEqual({ median: 2.5, from: 1, to: 4 })
})

test('the ratio is taken within each round, so that a loaded round counts once', () => {
  const taken = {
    floors: [
      [1, 10, 1],
      [4, 40, 4],
    ],
    ours: [10, 100, 9],
  }
  const { ratio, ours, kept } = outcomeOf(aCase(), taken)
  expect(ratio).toEqual({ median: 2, from: 1.8, to: 2 })
  expect(ours.median).toBe(10)
  expect(kept).toBe(true)
})

test.each([
  [{ ratio: 1.9 }, false],
  [{ ms: 9 }, false],
  [{ ratio: 2, ms: 10 }, true],
])('a goal of %j is missed by the ratio or by the time', (limit, kept) => {
  expect(outcomeOf(aCase({ limit }), { floors: [[1], [4]], ours: [10] }).kept).toBe(kept)
})

test('arms take turns, and the round that warms up is not counted', async () => {
  const order: string[] = []
  const arm = (name: string) => ({ name, run: async () => void order.push(name) })
  const outcomes = await measure([aCase({ floors: [arm('a'), arm('b')], ours: arm('c') })], 2, () => {})
  expect(order.join('')).toBe('abcabcabc')
  expect(tableOf(outcomes)).toMatch(/open: a[\s\S]*open: b[\s\S]*open: portal.*≤ 2 ×, ≤ 30 ms {2}kept/)
})
