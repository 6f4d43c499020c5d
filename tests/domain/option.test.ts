import { expect, test } from 'vitest'
import type { CodeEntry } from '@/lib/catalogue/code-list'
import { codeLists } from '@/lib/catalogue/code-lists'
import { asOf, offer, placeKey, sourceOf } from '@/lib/domain/option'
import { dayTyped } from '@/lib/domain/typed'

const entry = (code: string, validFrom: string | null, validUntil: string | null): CodeEntry => ({
  ...{ code, label: `Phường ${code}`, group: null, note: null },
  ...{ validFrom, validUntil },
})

test('what is no longer in force is offered last, and says until when it was', () => {
  const options = offer([entry('1', null, '2025-06-30'), entry('2', '2025-07-01', null)], '2026-11-27', true)
  expect(options.map(({ code, past }) => [code, past])).toEqual([
    ['2', undefined],
    ['1', true],
  ])
  expect(options[1]?.note).toBe('tên cũ, đến 30/06/2025')
})

test('what happened under the old names is offered the old names first, as far as its day is known', () => {
  const places = offer([entry('1', null, '2025-06-30'), entry('2', '2025-07-01', null)], '2026-11-27', true)
  const first = (day: string) => asOf(places, day).map(({ code, past }) => [code, past ?? false])
  expect(first('1990-10-15')).toEqual([
    ['1', false],
    ['2', true],
  ])
  expect(first('1966')[0]).toEqual(['1', false])
  expect(first('2025-07-01')[0]).toEqual(['2', false])
  // Of this year nobody knows which half it was.
  expect(first('2025').map(([, past]) => past)).toEqual([false, false])
})

test('lists that are not of places say their validity too', () => {
  const [now, old] = offer([entry('1', '2020-01-01', '2025-06-30'), entry('2', '2025-07-01', null)], '2026-11-27')
  expect([now?.note, old?.note]).toEqual(['từ 01/07/2025', 'có hiệu lực, đến 30/06/2025'])
})

test('on its last day an entry is still in force', () => {
  expect(offer([entry('1', null, '2025-06-30')], '2025-06-30')[0]?.past).toBeUndefined()
})

test('an old and a new commune of the same code are two places', () => {
  const same = [entry('29950', null, '2025-06-30'), entry('29950', '2025-07-01', null)]
  const values = offer(same, '2026-11-27', true).map(({ value }) => value)
  expect(new Set(values)).toEqual(new Set([placeKey('29950', '2025-07-01'), placeKey('29950', null)]))
})

test('a short list travels with the page, a long one stays behind but for the answers given', () => {
  const short = sourceOf('gioi-tinh', codeLists, '2026-11-27', new Set())
  expect(short).toMatchObject({ from: null })
  expect(short.options.length).toBeGreaterThan(1)

  const known = codeLists('don-vi-hanh-chinh')[0]!
  const long = sourceOf('don-vi-hanh-chinh', codeLists, '2026-11-27', new Set([known.code]))
  expect(long.from).toMatch(/^\/api\/code-lists\/don-vi-hanh-chinh\?v=\w+$/)
  expect(new Set(long.options.map(({ value }) => value))).toEqual(new Set([known.code]))
})

test('a form of discipline abolished in 07/2025 and a rating abolished in 2020 are offered for their own time', () => {
  const first = (list: string, day: string) =>
    asOf(offer(codeLists(list), '2026-11-27'), day).flatMap(({ code, past }) => (past ? [] : code))
  expect(first('hinh-thuc-ky-luat', '2024-03')).toContain('06')
  expect(first('hinh-thuc-ky-luat', '2025-09')).not.toContain('06')
  expect(first('xep-loai-chat-luong', '2019')).toContain('03C')
  expect(first('xep-loai-chat-luong', '2024')).not.toContain('03C')
})

test('the day of a row is read from its period, its year or its date', () => {
  expect(dayTyped({ from: '3/2025', to: '' })).toBe('2025-03')
  expect(dayTyped('2019')).toBe('2019')
  expect(dayTyped('5/9/1985')).toBe('1985-09-05')
  for (const nothing of ['', null, undefined, '13/2020', true, []]) expect(dayTyped(nothing)).toBeNull()
})
