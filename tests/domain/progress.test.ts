import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alarmLetter } from '@/lib/domain/exchange/alarm-letter'
import { byUnit, type ProgressCounts, publicationDue, sayShare, shareOf, sumOf } from '@/lib/domain/exchange/progress'

const counts = (people: number, accepted = 0): ProgressCounts => ({
  ...{ people, complete: people, approved: accepted, sent: accepted, accepted, matched: 0 },
})

test.each([
  ['2026-11-23T11:29:59+07:00', null],
  ['2026-11-23T11:30:00+07:00', '2026-11-23'],
  ['2026-11-25T23:59:00+07:00', '2026-11-25'],
  ['2026-11-27T12:00:00+07:00', '2026-11-27'],
  ['2026-11-24T12:00:00+07:00', null],
  ['2026-11-28T12:00:00+07:00', null],
  ['2023-04-12T12:00:00+07:00', null],
])('R173: at %s the table of %s is due', (at, day) => {
  expect(publicationDue(new Date(at))).toBe(day)
})

const unit = (id: string, path: string, parentId: string | null = null) => ({ id, name: id, path, parentId })

test('R175: each unit below the top with everybody under it, the top’s own people apart, and nobody twice', () => {
  const units = [
    unit('tinh', '/t/'),
    unit('so', '/t/so/', 'tinh'),
    unit('truong', '/t/so/x/', 'so'),
    unit('hoi', '/h/'),
  ]
  const of = new Map([
    ['tinh', counts(2)],
    ['so', counts(3, 1)],
    ['truong', counts(5, 5)],
  ])
  expect(byUnit(units, of).map(({ unitId, counts: { people, accepted } }) => [unitId, people, accepted])).toEqual([
    ['so', 8, 6],
    ['tinh', 2, 0],
  ])
})

test('whatever the tree, the sum of the rows is the sum of the units', () => {
  const trees = fc.array(fc.tuple(fc.nat(8), fc.nat(50)), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(trees, (tree) => {
      const units: ReturnType<typeof unit>[] = []
      const of = new Map<string, ProgressCounts>()
      for (const [at, [parent, people]] of tree.entries()) {
        const above = at === 0 ? null : units[parent % at]!
        units.push(unit(`u${at}`, `${above?.path ?? '/'}u${at}/`, above?.id ?? null))
        of.set(`u${at}`, counts(people, Math.floor(people / 2)))
      }
      expect(sumOf(byUnit(units, of).map((row) => row.counts))).toEqual(sumOf([...of.values()]))
    }),
  )
})

test('a share of nobody is none', () => {
  expect(shareOf(counts(0))).toBeNull()
  expect([sayShare(counts(0)), sayShare(counts(3, 1)), sayShare(counts(4, 4))]).toEqual(['–', '33,3', '100'])
})

test('a letter of an alarm says what, what to do and where, and nothing of anybody', () => {
  const alarm = { kind: 'channelOpen', level: 'bad', title: 'Kênh tạm ngừng.', remedy: 'Thử từng bước.' } as const
  const { subject, text } = alarmLetter(alarm, 'https://hoso.example/pushes/connection')
  expect(subject).toBe('Cần xử lý: đồng bộ quốc gia - Kênh tạm ngừng.')
  expect(text).toContain('Thử từng bước.\n\nXem tại: https://hoso.example/pushes/connection')
})
