import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOpen, JOB_STATES, jobTerms, narrowedTo, pauseAfter } from '@/lib/domain/job'
import { saySize } from '@/lib/domain/job-words'
import type { Actor, Grant, Role } from '@/lib/domain/policy'

const grant = (role: Role, unitId: string): Grant => ({
  role,
  unitId,
  unitPath: `/dt/${unitId}/`,
  unitName: unitId,
  from: '2026-01-01',
  until: null,
})
const actor = (...grants: Grant[]): Actor => ({
  userId: 'u',
  personId: 'p',
  personName: 'A',
  sessionId: 's',
  today: '2026-11-27',
  grants,
})

test('a job acts with the roles of both days only', () => {
  const grants = fc.array(
    fc.tuple(fc.constantFrom<Role>('unitHead', 'recordsOfficer', 'person'), fc.constantFrom('a', 'b')),
  )
  fc.assert(
    fc.property(grants, grants, (now, then) => {
      const left = narrowedTo(
        actor(...now.map(([role, unit]) => grant(role, unit))),
        then.map(([role, unit]) => grant(role, unit)),
      )
      for (const { role, unitId } of left.grants) {
        expect(now).toContainEqual([role, unitId])
        expect(then).toContainEqual([role, unitId])
      }
      const both = now.filter(([role, unit]) => then.some(([r, u]) => r === role && u === unit))
      expect(left.grants.length).toBe(both.length)
    }),
  )
})

test('a unit that moved in the tree keeps the right to it, with its path of today', () => {
  const moved = { ...grant('unitHead', 'a'), unitPath: '/dt/new/a/' }
  expect(narrowedTo(actor(moved), [grant('unitHead', 'a')]).grants).toEqual([moved])
})

test('terms are those of the day, and every day since the Quy chế has some', () => {
  expect(jobTerms('2026-11-27')).toMatchObject({ keepDays: 7, people: 2_000 })
  expect(() => jobTerms('2020-01-01')).toThrow(RangeError)
})

test('only what waits or runs can still be stopped', () => {
  expect(JOB_STATES.filter(isOpen)).toEqual(['waiting', 'running'])
})

test('after each start that came to nothing the pause is longer, up to five minutes', () => {
  const pauses = [1, 2, 3, 4, 5, 10].map(pauseAfter)
  expect(pauses).toEqual([5_000, 10_000, 20_000, 40_000, 80_000, 300_000])
})

test.each([
  [950, '1 kB'],
  [48_000, '48 kB'],
  [1_240_000, '1,2 MB'],
  [188_000_000, '188 MB'],
])('%i bytes are said as %s', (bytes, said) => {
  expect(saySize(bytes)).toBe(said)
})
