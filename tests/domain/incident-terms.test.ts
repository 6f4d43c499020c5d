import { expect, test } from 'vitest'
import { reportDue } from '@/lib/domain/incident-terms'

test('R45: an incident is reported within 72 hours, counted from the beginning of the day', () => {
  expect(reportDue('2026-11-27')).toEqual(new Date('2026-11-30T00:00:00+07:00'))
  expect(reportDue('2025-12-31')).toEqual(new Date('2026-01-03T00:00:00+07:00'))
})
