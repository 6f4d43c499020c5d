import { expect, test } from 'vitest'
import { dateColumn, dayOf, fromDateColumn, sayAsOf, sayDay, sayDayMonth, sayInstant } from '@/lib/domain/calendar'

test('a day begins at midnight in Vietnam, wherever the server stands', () => {
  expect(dayOf(new Date('2026-11-26T16:59:59Z'))).toBe('2026-11-26')
  expect(dayOf(new Date('2026-11-26T17:00:00Z'))).toBe('2026-11-27')
})

test('days and hours read as the province writes them', () => {
  const instant = new Date('2026-11-24T10:31:00+07:00')
  expect(sayDay('2026-11-26')).toBe('26/11/2026')
  expect(sayDayMonth('2026-11-26')).toBe('26/11')
  expect(sayInstant(instant)).toBe('10:31, 24/11/2026')
  expect(sayAsOf(instant)).toBe('10:31, thứ Ba 24/11/2026')
})

test.each(['2026-01-01', '2024-02-29', '1954-12-31'])('%s survives a date column', (day) => {
  expect(fromDateColumn(dateColumn(day))).toBe(day)
})
