import { expect, test } from 'vitest'
import { dueOf, HELD_FOR_HOME_AFFAIRS, HELD_FOR_UNIT, legalClocks } from '@/lib/domain/exchange/waits'
import { REASONS } from '@/lib/domain/push'

const HOLIDAY = [{ day: '2026-11-25', works: false }]
const at = (time: string) => new Date(`2026-11-${time}+07:00`)
const facts = (over: object = {}) => ({
  ...{
    sentOn: '2026-11-20',
    approvedAt: at('23T08:00:00'),
    queuedAt: at('23T08:00:00'),
    acceptedAt: null,
    acceptedOn: null,
  },
  ...{ now: at('23T08:30:00'), today: '2026-11-23', calendar: [] },
  ...over,
})
const levels = (over: object = {}) => legalClocks(facts(over)).map(({ level }) => level)

test('R142: at once, within a day, within three working days: each has its own clock', () => {
  expect(levels()).toEqual(['done', 'ample', 'ample'])
  expect(levels({ now: at('23T09:30:00') })).toEqual(['done', 'soon', 'ample'])
  expect(levels({ now: at('24T08:30:00'), today: '2026-11-24' })).toEqual(['done', 'late', 'soon'])
  expect(levels({ now: at('26T08:30:00'), today: '2026-11-26' })).toEqual(['done', 'late', 'late'])
})

test('what the ministry took in time stays so; what it took late stays late', () => {
  const taken = { acceptedAt: at('23T08:05:00'), acceptedOn: '2026-11-23', now: at('30T08:00:00'), today: '2026-11-30' }
  expect(levels(taken)).toEqual(['done', 'done', 'done'])
  const late = { ...taken, acceptedAt: at('27T08:05:00'), acceptedOn: '2026-11-27' }
  expect(levels(late)).toEqual(['done', 'late', 'late'])
})

test('R142: three working days go by the working calendar; the last day and its eve are amber', () => {
  const level = (today: string) => dueOf('2026-11-20', null, today, HOLIDAY)
  expect(level('2026-11-20')).toMatchObject({ due: '2026-11-26', level: 'ample' })
  expect(level('2026-11-23')?.level).toBe('ample')
  expect(level('2026-11-24')?.level).toBe('soon')
  expect(level('2026-11-26')?.level).toBe('soon')
  expect(level('2026-11-27')?.level).toBe('late')
  expect(dueOf('2026-06-30', null, '2026-11-27', [])).toBeNull()
})

test('before its approval a change has the clock of its sending only', () => {
  expect(legalClocks(facts({ approvedAt: null, queuedAt: null }))).toHaveLength(1)
})

test('reasons of a hold are known reasons', () => {
  for (const reason of [...HELD_FOR_HOME_AFFAIRS, ...HELD_FOR_UNIT]) expect(REASONS).toHaveProperty(reason)
})
