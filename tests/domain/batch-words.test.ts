import { expect, test } from 'vitest'
import { batchName, responsibility, sayMonth } from '@/lib/domain/batch-words'

test('a batch is called by its month, a later one by its number too', () => {
  expect(batchName({ kind: 'monthly', period: '2026-11', number: 1 })).toBe('Tháng 11/2026')
  expect(batchName({ kind: 'monthly', period: '2026-11', number: 2 })).toBe('Tháng 11/2026, đợt 2')
  expect(batchName({ kind: 'adHoc', period: '2026-11', number: 3 })).toBe('Ký riêng, đợt 3 tháng 11/2026')
  expect(sayMonth('2027-02')).toBe('2/2027')
})

test('the responsibility names how many records it is about', () => {
  expect(responsibility(2000)).toContain('2.000 hồ sơ')
})
