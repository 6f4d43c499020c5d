import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isWorkingDay, urgencyOf, workingDaysAfter } from '@/lib/domain/movements/working-days'

const OFF = ['2026-04-27', '2026-04-30', '2026-05-01'].map((day) => ({ day, works: false }))

test('R105: a decision of 24/04/2026 is reported by 13/05/2026, the days off counted out', () => {
  // As the requirement has it, with 27/4, 30/4 and 1/5 off.
  expect(workingDaysAfter('2026-04-24', 10, OFF)).toBe('2026-05-13')
})

test('a Saturday worked in exchange counts, and no other', () => {
  const swap = [...OFF, { day: '2026-05-09', works: true }]
  expect(workingDaysAfter('2026-04-24', 10, swap)).toBe('2026-05-12')
})

test('between a decision and its day lie exactly so many working days', () => {
  const days = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 30 }), (date, count) => {
      const from = date.toISOString().slice(0, 10)
      const due = workingDaysAfter(from, count, OFF)
      let worked = 0
      for (let at = Date.parse(from) + 86_400_000; at <= Date.parse(due); at += 86_400_000)
        if (isWorkingDay(new Date(at).toISOString().slice(0, 10), OFF)) worked += 1
      expect(worked).toBe(count)
      expect(isWorkingDay(due, OFF)).toBe(true)
    }),
  )
})

test('a report is amber in its last three working days, red after, and neither once sent', () => {
  const due = '2026-05-13'
  expect(urgencyOf(due, null, '2026-05-07', OFF)).toBe('ample')
  expect(urgencyOf(due, null, '2026-05-11', OFF)).toBe('soon')
  expect(urgencyOf(due, null, '2026-05-13', OFF)).toBe('soon')
  expect(urgencyOf(due, null, '2026-05-14', OFF)).toBe('late')
  expect(urgencyOf(due, '2026-05-20', '2026-06-01', OFF)).toBe('reported')
})
