import fc from 'fast-check'
import { expect, test } from 'vitest'
import { batchSum } from '@/lib/domain/batch-sum'

const kinds = fc.array(fc.constantFrom('added', 'changed', 'unchanged').map((kind) => ({ kind })))
const codes = fc.array(fc.constantFrom('ownRecord', 'returned', 'affirmed', 'noChange').map((code) => ({ code })))

test('the parts add up to everybody', () => {
  fc.assert(
    fc.property(kinds, codes, (included, excluded) => {
      const { people, signed, unchanged, changed, quiet, left } = batchSum(included, excluded)
      expect(unchanged + changed).toBe(signed)
      expect(signed + quiet + left).toBe(people)
    }),
  )
})

test('70 = 57 + 8 + 2 + 3: everybody is told of once, who said so themselves and whom the ministry has beside it', () => {
  const of = <T>(count: number, one: T) => Array.from({ length: count }, () => one)
  const included = [
    ...of(16, { kind: 'unchanged', confirmed: false }),
    ...of(41, { kind: 'unchanged', confirmed: true, sent: true }),
    ...of(5, { kind: 'changed' }),
    ...of(3, { kind: 'added' }),
  ]
  expect(batchSum(included, [...of(3, { code: 'returned' }), ...of(2, { code: 'affirmed', sent: true })])).toEqual({
    people: 70,
    signed: 65,
    unchanged: 57,
    confirmed: 41,
    sent: 43,
    changed: 8,
    quiet: 2,
    left: 3,
  })
})
