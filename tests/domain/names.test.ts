import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ONE_TIME_PASSWORD_BYTES, oneTimePassword } from '@/lib/domain/one-time-password'
import { searchName, searchWords } from '@/lib/domain/search-name'
import { isUsername, usernameFor } from '@/lib/domain/username'

test('a name is sorted by its given name and searched without accents', () => {
  expect(searchName('Nguyễn Thị Thùy Linh')).toBe('linh nguyen thi thuy')
  expect(searchName('  Đặng  Ẵm ')).toBe('am dang')
  expect(searchName('Rươne')).toBe('ruone')
  expect(searchWords('  thuỳ,  LINH%_ ')).toEqual(['thuy', 'linh'])
})

test('decomposed and composed letters give the same search name', () => {
  fc.assert(
    fc.property(fc.constantFrom('Nguyễn Thị Ẵm', 'Trần Đỗ Ữ', 'Lê Ợt'), (name) => {
      expect(searchName(name.normalize('NFD'))).toBe(searchName(name.normalize('NFC')))
    }),
  )
})

test('a username is the name in plain letters, with the first free number', () => {
  expect(usernameFor('Nguyễn Văn A', new Set())).toBe('nguyenvana')
  expect(usernameFor('Nguyễn Văn Ả', new Set(['nguyenvana', 'nguyenvana2']))).toBe('nguyenvana3')
})

test('whatever the name, the proposed username is one that may be used', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (name) => {
      expect(isUsername(usernameFor(name, new Set()))).toBe(true)
    }),
  )
})

test('a one-time password has no letter that reads like another', () => {
  const bytes = fc.uint8Array({ minLength: ONE_TIME_PASSWORD_BYTES, maxLength: ONE_TIME_PASSWORD_BYTES })
  fc.assert(
    fc.property(bytes, (random) => {
      expect(oneTimePassword(random)).toMatch(/^[A-HJ-NP-Z2-9]{4}(-[A-HJ-NP-Z2-9]{4}){2}$/)
    }),
  )
  expect(() => oneTimePassword(new Uint8Array(4))).toThrow(RangeError)
})
