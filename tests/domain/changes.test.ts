import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyRecord } from '@/lib/catalogue'
import { apply, diff, invert, ORDER } from '@/lib/domain/changes'
import { anyRecord } from '../support/arbitrary'

test('applying the difference leads from one record to the other, and its inverse back', () => {
  fc.assert(
    fc.property(anyRecord(), anyRecord(), (a, b) => {
      expect(diff(apply(a, diff(a, b)), b)).toEqual([])
      expect(diff(apply(b, invert(diff(a, b))), a)).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('a record does not differ from itself, whatever the order of its keys', () => {
  fc.assert(
    fc.property(anyRecord(), (a) => {
      const shuffled = Object.fromEntries(Object.entries(structuredClone(a)).reverse()) as typeof a
      expect(diff(a, shuffled)).toEqual([])
    }),
    { numRuns: 30 },
  )
})

test('a changed cell is told as its whole row; a moved row as an order', () => {
  const row = (id: string, unit: string) => ({
    id,
    work_period: { from: '2010', to: null },
    work_unit: unit,
    work_position: 'x',
    decision_no: null,
    decision_date: null,
  })
  const before = emptyRecord()
  before.work.workHistory = [row('a', 'A'), row('b', 'B')]
  const after = emptyRecord()
  after.work.workHistory = [row('b', 'B'), row('a', 'C')]
  expect(diff(before, after).map(({ row: id }) => id)).toEqual(['a', ORDER])
  expect(diff(null, before)).toHaveLength(2)
})
