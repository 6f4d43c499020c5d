import { expect, test } from 'vitest'
import { PURPOSE_CODES, sayPurpose, VIEW_PURPOSES } from '@/lib/domain/view-purposes'

test('a purpose is said in words and with the matter at hand; each stands somewhere in the Quy chế', () => {
  expect(sayPurpose('inspection', 'công văn 12')).toBe('Kiểm tra, giám sát: công văn 12')
  expect(new Set(PURPOSE_CODES).size).toBe(VIEW_PURPOSES.length)
  expect(VIEW_PURPOSES.filter(({ basis }) => !/^Quy chế, Điều \d+/.test(basis))).toEqual([])
})
