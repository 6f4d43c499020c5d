import { expect, test } from 'vitest'
import { idIn, listHref, pageIn, wordIn } from '@/lib/domain/list-query'
import { peopleHref } from '@/lib/domain/people-stages'
import { sayReturn } from '@/lib/domain/return-reasons'
import { changesWaiting, waitingSince } from '@/lib/domain/waiting-words'

const UNIT = '0193a5b0-0000-7000-8000-000000000001'

test('a list reads its filter from the address, and what is no filter counts as none', () => {
  const query = { q: '  thùy linh ', page: '3', unit: UNIT, stage: ['a', 'b'] }
  expect([wordIn(query, 'q'), wordIn(query, 'stage'), pageIn(query), idIn(query, 'unit')]).toEqual([
    'thùy linh',
    '',
    3,
    UNIT,
  ])
  for (const page of ['0', '-1', '1.5', 'x', '1e9']) expect(pageIn({ page })).toBe(1)
  expect(idIn({ unit: `${UNIT}' OR 1=1` }, 'unit')).toBeNull()
})

test('an address says only what is asked for', () => {
  expect(listHref('/records', { q: '', unit: null, page: 1 })).toBe('/records')
  expect(listHref('/records', { q: 'a b', page: 2 })).toBe('/records?q=a+b&page=2')
  expect(peopleHref({ stage: 'people', unitId: null })).toBe('/records?all=1')
  expect(peopleHref({ stage: 'refused', unitId: UNIT, own: true })).toBe(`/records?unit=${UNIT}&own=1&stage=refused`)
})

test('a returned field says why, and what else is wrong needs words', () => {
  expect(sayReturn('Sai so với giấy tờ', '')).toBe('Sai so với giấy tờ.')
  expect(sayReturn('Thiếu minh chứng', ' Chụp mặt sau ')).toBe('Thiếu minh chứng: Chụp mặt sau')
  expect(sayReturn('Lý do khác', '  ')).toBeNull()
  expect(sayReturn('Lý do khác', 'Xem lại năm')).toBe('Xem lại năm')
})

test('how long somebody waits is said by the clock of Vietnam', () => {
  const now = new Date('2026-11-27T00:30:00+07:00')
  const since = (at: string) => waitingSince(new Date(at), now)
  expect(since('2026-11-27T00:10:00+07:00')).toBe('20 phút')
  expect(since('2026-11-26T23:50:00+07:00')).toBe('hôm qua')
  expect(since('2026-11-20T10:00:00+07:00')).toBe('20/11')
  expect(waitingSince(new Date('2026-11-27T08:00:00+07:00'), new Date('2026-11-27T10:59:00+07:00'))).toBe('2 giờ')
  expect([changesWaiting(5, 1), changesWaiting(3, 2)]).toEqual(['5 trường', '3 trường, gửi lần 2'])
})
