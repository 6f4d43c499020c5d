import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordIn } from '@/lib/domain/list-query'
import { cursorText, fits, readCursor } from '@/lib/domain/lists/list-cursor'
import { askHref, isNarrowed, pressed, readAsk } from '@/lib/domain/lists/list-spec'
import { PEOPLE_LIST } from '@/lib/domain/lists/people-list-spec'
import { ask } from '../support/ask'

const UNIT = '0193a5b0-0000-7000-8000-000000000001'

test('an address asks for words, filters, an order, columns and the length of a page', () => {
  const asked = ask(PEOPLE_LIST, `q=linh&unit=${UNIT}&stage=draft&bornFrom=1980&sort=-missing&cols=rank,phone&size=100`)
  expect(asked).toMatchObject({
    search: 'linh',
    filters: { unit: UNIT, stage: 'draft', bornFrom: '1980' },
    sort: { by: 'missing', down: true },
    extras: ['rank', 'phone'],
    size: 100,
    cursor: null,
  })
  expect(isNarrowed(asked)).toBe(true)
  expect(isNarrowed(ask(PEOPLE_LIST, 'sort=-missing'))).toBe(false)
})

test('what an address cannot ask for counts as not asked', () => {
  const nonsense =
    "unit=1' OR 1=1&stage=king&bornFrom=12&missingFrom=-1&party=maybe&sort=password&cols=salt&size=5000&after=x"
  expect(ask(PEOPLE_LIST, nonsense)).toEqual(ask(PEOPLE_LIST))
})

test('the address of a list says the same list again', () => {
  const value = fc
    .string({ unit: fc.constantFrom(...'aăâĐệ 0-+%&=#,.'), minLength: 1, maxLength: 20 })
    .map((text) => wordIn({ text }, 'text'))
  const any = fc.record({
    search: value,
    filters: fc.record({ unit: fc.constant(UNIT), rank: value.filter(Boolean), party: fc.constantFrom('yes', 'no') }),
    sort: fc.record({ by: fc.constantFrom(...PEOPLE_LIST.sorts), down: fc.boolean() }),
    extras: fc.subarray([...PEOPLE_LIST.extras]),
    size: fc.constantFrom(20, 50, 100, 200),
    cursor: fc.constant(null),
  })
  fc.assert(
    fc.property(any, (asked) => {
      const query = Object.fromEntries(new URL(askHref(PEOPLE_LIST, asked), 'http://x').searchParams)
      expect(readAsk(PEOPLE_LIST, query)).toEqual(asked)
    }),
  )
})

test('a head is pressed: upwards, then downwards; the page is left', () => {
  const asked = ask(PEOPLE_LIST, `q=a&after=${cursorText({ towards: 'after', at: 50, keys: ['An', 'Lê', UNIT] })}`)
  expect(asked.cursor).toEqual({ towards: 'after', at: 50, keys: ['An', 'Lê', UNIT] })
  expect(pressed(asked.sort, 'missing')).toEqual({ by: 'missing', down: false })
  expect(pressed({ by: 'missing', down: false }, 'missing')).toEqual({ by: 'missing', down: true })
  expect(askHref(PEOPLE_LIST, asked, { sort: { by: 'missing', down: true } })).toBe('/records?q=a&sort=-missing')
})

test('a place in a list survives its way through the address; a forged one leads to the first page', () => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { minLength: 1, maxLength: 5 }),
      (at, made) => {
        const keys = made.map((key) => key.replaceAll('\0', ''))
        expect(readCursor('after', cursorText({ towards: 'after', at, keys }))).toEqual({ towards: 'after', at, keys })
      },
    ),
  )
  for (const forged of ['', '%', 'W10', 'WzEsMl0', 'e30', 'bnVsbA', '////'])
    expect(readCursor('after', forged)).toBeNull()
  const keys = (...texts: string[]) => ({ towards: 'after' as const, at: 1, keys: texts })
  expect(fits(keys('7', 'An', UNIT), ['int', 'text', 'uuid'])).toBe(true)
  expect(fits(keys('2026-11-27 08:40:12.001+07'), ['timestamptz'])).toBe(true)
  expect(fits(keys('2026-13-27 08:40:12+07'), ['timestamptz'])).toBe(false)
  expect(fits(keys('x', 'An', UNIT), ['int', 'text', 'uuid'])).toBe(false)
  expect(fits(keys('7', 'An'), ['int', 'text', 'uuid'])).toBe(false)
})
