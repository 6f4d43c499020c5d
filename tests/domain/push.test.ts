import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cause, DeliveryState, Outcome } from '@/lib/domain/push'
import { actionAfter, firstAction, mayBeSuperseded, settle, verdictOn, waitBefore } from '@/lib/domain/push'

const fresh = { tries: 0, uncertain: false }

describe('ADD or EDIT', () => {
  test('ADD only when the counterpart cannot know the person', () => {
    expect(firstAction({ everAccepted: false, uncertain: false })).toBe('ADD')
    expect(firstAction({ everAccepted: true, uncertain: false })).toBe('EDIT')
    expect(firstAction({ everAccepted: false, uncertain: true })).toBe('EDIT')
  })

  test('one change of mind each way, then a person must look', () => {
    expect(actionAfter({ kind: 'exists' }, ['ADD'])).toBe('EDIT')
    expect(actionAfter({ kind: 'absent' }, ['EDIT'])).toBe('ADD')
    expect(actionAfter({ kind: 'absent' }, ['ADD', 'EDIT'])).toBeNull()
    expect(actionAfter({ kind: 'accepted', remoteId: null }, ['ADD'])).toBeNull()
    expect(settle({ kind: 'absent' })).toEqual({ kind: 'blocked', cause: 'contract' })
  })
})

describe('waiting before the next try', () => {
  test('is never longer than 15 minutes, and grows with the tries', () => {
    expect(waitBefore(1, 0.999)).toBeLessThanOrEqual(2_000)
    expect(waitBefore(4, 0.5)).toBe(8_000)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (tries, random) => {
        expect(waitBefore(tries, random)).toBeLessThanOrEqual(15 * 60_000)
      }),
    )
  })

  test('is at least what the counterpart asked for', () => {
    expect(waitBefore(1, 0, 120_000)).toBe(120_000)
  })
})

describe('the verdict', () => {
  test('an answer is final', () => {
    expect(verdictOn({ kind: 'accepted', remoteId: 'x' }, { tries: 3, uncertain: true }, 0)).toEqual({
      state: 'accepted',
      waitMs: null,
      tries: 4,
      uncertain: false,
    })
    expect(verdictOn({ kind: 'refused', errors: [] }, fresh, 0).state).toBe('refused')
  })

  test.each<[Cause, number]>([
    ['network', 12],
    ['busy', 12],
    ['timeout', 12],
    ['serverError', 5],
    ['notJson', 3],
  ])('%s is tried %i times, then parked', (cause, times) => {
    const outcome: Outcome = { kind: 'unknown', cause }
    expect(verdictOn(outcome, { ...fresh, tries: times - 2 }, 0.5).state).toBe('waiting')
    expect(verdictOn(outcome, { ...fresh, tries: times - 1 }, 0.5)).toMatchObject({ state: 'parked', waitMs: null })
  })

  test('a doubt stays until there is an answer', () => {
    expect(verdictOn({ kind: 'unknown', cause: 'reset' }, fresh, 0).uncertain).toBe(true)
    expect(verdictOn({ kind: 'retry', cause: 'network' }, { tries: 1, uncertain: true }, 0).uncertain).toBe(true)
    expect(verdictOn({ kind: 'retry', cause: 'network' }, fresh, 0).uncertain).toBe(false)
  })

  test('probing an outage costs the record nothing; another probes next', () => {
    const worn = { tries: 11, uncertain: false }
    const waits = { state: 'waiting', tries: 11, waitMs: 128_000 }
    expect(verdictOn({ kind: 'retry', cause: 'network' }, worn, 0.5, true)).toEqual({ ...waits, uncertain: false })
    expect(verdictOn({ kind: 'unknown', cause: 'timeout' }, worn, 0.5, true)).toEqual({ ...waits, uncertain: true })
    expect(verdictOn({ kind: 'unknown', cause: 'serverError' }, worn, 0.5, true).state).toBe('parked')
  })

  test('a refused login costs the record nothing; a contradiction parks it', () => {
    expect(verdictOn({ kind: 'blocked', cause: 'auth' }, { tries: 2, uncertain: true }, 0)).toEqual({
      state: 'waiting',
      waitMs: 0,
      tries: 2,
      uncertain: true,
    })
    expect(verdictOn({ kind: 'blocked', cause: 'contract' }, fresh, 0).state).toBe('parked')
  })
})

test.each<[DeliveryState, boolean, boolean]>([
  ['waiting', false, true],
  ['waiting', true, false],
  ['sending', false, false],
  ['accepted', false, false],
  ['refused', false, true],
  ['parked', true, true],
  ['held', false, true],
  ['excluded', false, false],
])('an older version that is %s (doubtful: %s) gives way: %s', (state, uncertain, gives) => {
  expect(mayBeSuperseded({ state, uncertain })).toBe(gives)
})
