import { expect, test } from 'vitest'
import { changeClock } from '@/lib/domain/change-clock'

const NEW_YEAR = [{ day: '2027-01-01', works: false }]

test.each([
  // Friday: Monday, Tuesday, Wednesday.
  ['2026-11-27', '2026-12-02'],
  ['2026-11-24', '2026-11-27'],
  ['2026-12-30', '2027-01-05'],
])('NĐ 27/2026: what was sent on %s is due on %s, three working days later', (sent, due) => {
  expect(changeClock(sent, sent, NEW_YEAR)).toEqual({ due, late: false, clause: 'NĐ 27/2026/NĐ-CP' })
  expect(changeClock(sent, due, NEW_YEAR)?.late).toBe(false)
  expect(changeClock(sent, '2027-02-01', NEW_YEAR)?.late).toBe(true)
})

test('before the decree was in force there was no such clock', () => {
  expect(changeClock('2026-06-30', '2026-11-27', [])).toBeNull()
  expect(changeClock('2026-07-01', '2026-07-01', [])).not.toBeNull()
})
