import { expect, test } from 'vitest'
import { mayBeResent, sayCause, whoMends } from '@/lib/domain/delivery-words'
import { REASONS } from '@/lib/domain/push'

test.each([
  ['E_CATALOG:DanToc', 'Dân tộc', 'Dân tộc: mã không có trong danh mục của Bộ'],
  ['E_CATALOG:', null, 'Bộ trả lời: Mã hành tinh …'],
  ['E_REQUIRED:HoVaTen', 'Họ và tên', 'Họ và tên: còn trống'],
  ['E_UNMAPPED:', null, 'Bộ trả lời: Mã hành tinh …'],
])('%s (%s) is said: %s', (key, label, words) => {
  expect(sayCause({ key, label, raw: 'Mã hành tinh …' })).toBe(words)
})

test('every reason has a title and somebody who mends it', () => {
  for (const key of Object.keys(REASONS)) {
    expect(sayCause({ key, label: null, raw: null })).toMatch(/\p{L}/u)
    expect(whoMends(key)).toMatch(/\p{L}/u)
  }
})

test('only the newest version, and only what nobody sends any more, may be sent again', () => {
  expect(mayBeResent({ state: 'refused', isNewest: true })).toBe(true)
  expect(mayBeResent({ state: 'refused', isNewest: false })).toBe(false)
  expect(mayBeResent({ state: 'accepted', isNewest: true })).toBe(false)
  expect(mayBeResent({ state: 'sending', isNewest: true })).toBe(false)
})
