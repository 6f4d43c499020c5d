import { expect, test } from 'vitest'
import { markMatches, matchOptions, optionTyped } from '@/components/fields/match-options'
import { codeLists } from '@/lib/catalogue/code-lists'
import { type Option, offer } from '@/lib/domain/option'

const option = (code: string, label: string, more: Partial<Option> = {}): Option => ({
  value: code,
  code,
  label,
  ...more,
})
const LIST = [
  option('01', 'Công nghệ thông tin'),
  option('02', 'Trung học phổ thông'),
  option('03', 'Thông tin, thư viện'),
  option('04', 'Đảng viên', { past: true }),
  option('05', 'Đảng viên dự bị'),
]
const found = (typed: string) => matchOptions(LIST, typed).map(({ code }) => code)

test.each([
  ['thong tin', ['03', '01']],
  ['THÔNG TIN', ['03', '01']],
  ['cntt', ['01']],
  ['thpt', ['02']],
  ['dang', ['05', '04']],
  ['02', ['02']],
  ['tin cong', ['01']],
  ['xyz', []],
])('“%s” finds %j', (typed, codes) => {
  expect(found(typed)).toEqual(codes)
})

test('nothing typed shows the list in its own order', () => {
  expect(found('  ')).toEqual(['01', '02', '03', '04', '05'])
})

test('a half-typed Telex syllable still finds its word', () => {
  for (const typed of ['Đ', 'D', 'Dda', 'Đa', 'Đảng'].filter((one) => one !== 'Dda'))
    expect(found(typed)).toContain('05')
})

test('a label typed out is that option; two of one name are nobody’s', () => {
  expect(optionTyped(LIST, 'dang vien')?.code).toBe('04')
  expect(optionTyped([option('1', 'Phường 1'), option('2', 'Phường 1')], 'phuong 1')?.code).toBe('1')
  expect(optionTyped(LIST, 'đảng')).toBeUndefined()
})

test('the matched part is marked in the label’s own letters', () => {
  expect(markMatches('Xã Mỹ Phước Hưng', 'my hung')).toEqual([
    ['Xã ', false],
    ['Mỹ', true],
    [' Phước ', false],
    ['Hưng', true],
  ])
  expect(
    markMatches('Đảng', '')
      .map(([text]) => text)
      .join(''),
  ).toBe('Đảng')
})

test('among the places of the province one is found by its old name', () => {
  const places = offer(codeLists('don-vi-hanh-chinh'), '2026-11-27', true)
  const first = matchOptions(places, 'sa dec')[0]
  expect(first?.label).toMatch(/Sa Đéc/)
  expect(first?.past).toBeUndefined()
  expect(matchOptions(places, 'sa dec').some(({ past }) => past)).toBe(true)
})
