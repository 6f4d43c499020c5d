import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical } from '@/lib/domain/canonical'

describe('vectors of RFC 8785', () => {
  test('keys are ordered by UTF-16 units (§3.2.3)', () => {
    const value = JSON.parse(
      '{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",' +
        '"\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}',
    )
    expect(canonical(value)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis",' +
        '"€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    )
  })

  test('the example of §3.2.2', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '€$\u000F\nA\'B"\\\\"/',
      literals: [null, true, false],
    }
    expect(canonical(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  test.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['41b3de4355555553', '333333333.3333332'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('the number %s of appendix B', (bits, spelling) => {
    expect(canonical(Buffer.from(bits, 'hex').readDoubleBE())).toBe(spelling)
  })
})

test('text typed in two ways has one spelling', () => {
  expect(canonical('Nguyễn Thị Ánh'.normalize('NFD'))).toBe(canonical('Nguyễn Thị Ánh'))
  expect(canonical({ ten: 'Đức'.normalize('NFD') })).toBe('{"ten":"Đức"}')
})

test('an absent member and an undefined one are the same, null is not', () => {
  expect(canonical({ a: undefined, b: null })).toBe('{"b":null}')
})

test.each([
  ['undefined', undefined],
  ['undefined in a list', [1, undefined]],
  ['a hole in a list', new Array(1)],
  ['NaN', Number.NaN],
  ['infinity', { a: Number.POSITIVE_INFINITY }],
  ['bigint', 1n],
  ['a date', new Date(0)],
  ['a map', new Map()],
  ['a function', () => 1],
  ['a symbol', Symbol('s')],
  ['a lone surrogate', '\ud800'],
  ['a lone surrogate in a key', { '\udc00': 1 }],
])('%s has no spelling', (_, value) => {
  expect(() => canonical(value)).toThrow(TypeError)
})

const json = fc.jsonValue({ stringUnit: 'binary' })

test('what is written is read back as the same value, in NFC', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value), inNfc))
    }),
  )
})

test('the order in which members were added does not matter', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), json), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).reverse())
      expect(canonical(reversed)).toBe(canonical(value))
    }),
  )
})

test('writing, reading and writing again changes nothing', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value))
    }),
  )
})

const inNfc = (_: string, value: unknown) => (typeof value === 'string' ? value.normalize('NFC') : value)
