import { expect, test } from 'vitest'
import type { CodeEntry } from '@/lib/catalogue/code-list'
import { codeLists } from '@/lib/catalogue/code-lists'
import { offer, placeKey, sourceOf } from '@/lib/domain/option'

const entry = (code: string, validFrom: string | null, validUntil: string | null): CodeEntry => ({
  ...{ code, label: `Phường ${code}`, group: null, note: null },
  ...{ validFrom, validUntil },
})

test('what is no longer in force is offered last, and says until when it was', () => {
  const options = offer([entry('1', null, '2025-06-30'), entry('2', '2025-07-01', null)], '2026-11-27')
  expect(options.map(({ code, past }) => [code, past])).toEqual([
    ['2', undefined],
    ['1', true],
  ])
  expect(options[1]?.note).toBe('tên cũ, đến 30/06/2025')
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
