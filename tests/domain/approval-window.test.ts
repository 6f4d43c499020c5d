import fc from 'fast-check'
import { expect, test } from 'vitest'
import { approvalWindow, inApprovalWindow, windowDays } from '@/lib/domain/approval-window'

test.each([
  ['2026-11-03', '2026-11-26', '2026-11-30'],
  ['2026-12-31', '2026-12-27', '2026-12-31'],
  ['2027-02-10', '2027-02-24', '2027-02-28'],
  ['2028-02-10', '2028-02-25', '2028-02-29'],
])('R59: the month of %s is signed from %s to %s', (day, from, to) => {
  expect(approvalWindow(day)).toEqual({ month: day.slice(0, 7), from, to, clause: 'Quy chế, Điều 12' })
})

test.each([
  ['2026-11-25', false],
  ['2026-11-26', true],
  ['2026-11-30', true],
  ['2026-12-01', false],
])('R59: on %s the window is open: %s', (day, open) => {
  expect(inApprovalWindow(day)).toBe(open)
})

test('the days left are counted with today', () => {
  expect(windowDays('2026-11-27')).toEqual({ all: 5, left: 4 })
  expect(windowDays('2026-11-30')).toEqual({ all: 5, left: 1 })
  expect(windowDays('2026-11-03')).toEqual({ all: 5, left: 5 })
})

test('R59: every month is open on exactly its last five days', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2024, max: 2200 }), fc.integer({ min: 0, max: 11 }), (year, month) => {
      const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
      const days = Array.from({ length: last }, (_, day) =>
        new Date(Date.UTC(year, month, day + 1)).toISOString().slice(0, 10),
      )
      expect(days.filter(inApprovalWindow)).toEqual(days.slice(-5))
    }),
  )
})

test('a month before the Quy chế has no window', () => {
  expect(() => approvalWindow('2023-05-01')).toThrow(RangeError)
})
