import { expect, test } from 'vitest'
import { postingFault } from '@/lib/domain/organisation/unit-days'

const span = (from: string, until: string | null) => ({ from, until })
const renamed = [span('2025-07-01', null), span('2004-01-01', '2025-06-30')]

test('nobody is put into a unit before its first day, nor into one that is to end', () => {
  expect(postingFault(renamed, '2003-12-31')).toContain('có từ ngày 01/01/2004')
  expect(postingFault(renamed, '2004-01-01')).toBeNull()
  expect(postingFault(renamed, '2030-01-01')).toBeNull()
  expect(postingFault([span('2004-01-01', '2026-12-31')], '2026-11-27')).toContain('từ ngày 01/01/2027')
})

test('a unit that was not there for some time takes nobody in those days', () => {
  const twice = [span('2004-01-01', '2010-12-31'), span('2020-01-01', null)]
  expect(postingFault(twice, '2015-05-05')).toContain('không hoạt động ngày 05/05/2015')
  expect(postingFault(twice, '2021-05-05')).toBeNull()
})

test('a unit whose days nobody wrote down is taken as standing', () => {
  expect(postingFault([], '1975-04-30')).toBeNull()
})
