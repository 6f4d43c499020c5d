import { expect, test } from 'vitest'
import { dayOf } from '@/lib/domain/calendar'
import { timelineTo } from '@/prisma/seed/timeline'

const SHARES = [0, 0.001, 0.2, 0.45, 0.7, 0.93, 1, 1.4]

test.each([
  '2026-11-27T10:30',
  '2026-11-01T00:20',
  '2026-11-01T09:00',
  '2026-12-31T23:59',
  '2027-02-28T07:00',
  '2026-01-15T12:00',
])('what happened before %s lies before it, and in its month', (moment) => {
  const now = new Date(`${moment}:00+07:00`)
  const { first, second, current } = timelineTo(now)
  for (const month of [first, second]) {
    for (const share of SHARES) expect(dayOf(month.at(share)).slice(0, 7)).toBe(month.month)
  }
  for (const month of [first, second, current]) {
    const moments = SHARES.map((share) => month.at(share).getTime())
    expect(moments).toEqual([...moments].sort((one, other) => one - other))
    expect(moments.every((one) => one < now.getTime())).toBe(true)
  }
})

test('every unit signs in the last five days of its month, after everything that is signed', () => {
  const { first, second } = timelineTo(new Date('2026-11-27T10:30:00+07:00'))
  for (const [month, days] of [
    [first, ['2026-09-26', '2026-09-30']],
    [second, ['2026-10-27', '2026-10-31']],
  ] as const) {
    for (let unit = 0; unit < 40; unit++) {
      const at = month.signsAt(unit)
      expect(dayOf(at) >= days[0] && dayOf(at) <= days[1]).toBe(true)
      expect(at > month.at(1)).toBe(true)
    }
  }
})
