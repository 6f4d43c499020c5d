import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkAddress, initials, printCode, readCode } from '@/lib/domain/check-code'

const CODE = '3f0c9a52-7d1e-4b8a-9c33-0d5e6f708192'

test('a code is printed in groups and read back however it is typed', () => {
  expect(printCode(CODE)).toBe('3f0c9a52 7d1e4b8a 9c330d5e 6f708192')
  fc.assert(
    fc.property(fc.uuid(), fc.boolean(), (uuid, capitals) => {
      const typed = capitals ? printCode(uuid).toUpperCase() : ` ${printCode(uuid)} `
      expect(readCode(typed)).toBe(uuid)
    }),
  )
})

test.each(['', 'abc', `${CODE}0`, CODE.replace('3f', 'zz'), `${CODE}'; DROP`])('“%s” is no code', (typed) => {
  expect(readCode(typed)).toBeNull()
})

test('the address holds nothing but the code', () => {
  expect(checkAddress('https://hoso.dongthap.gov.vn/', CODE)).toBe(
    'https://hoso.dongthap.gov.vn/verify/3f0c9a527d1e4b8a9c330d5e6f708192',
  )
})

test('of a name only the first letters are told', () => {
  expect(initials('nguyễn Thị  Hồng Ánh')).toBe('N.T.H.Á.')
  expect(initials('Đỗ Ỷ')).toBe('Đ.Ỷ.')
})
