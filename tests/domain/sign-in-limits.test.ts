import { describe, expect, test } from 'vitest'
import { admitTry, lockedUntil, standingOf } from '@/lib/domain/sign-in-limits'

const noon = new Date('2026-11-24T05:00:00Z')
const later = (seconds: number) => new Date(noon.getTime() + seconds * 1000)
const wrong = (...seconds: number[]) => seconds.map((second) => ({ at: later(second), accepted: false }))
const right = (second: number) => ({ at: later(second), accepted: true })

describe('tries of one name', () => {
  test('the fifth wrong one in a row locks for fifteen minutes from itself', () => {
    expect(lockedUntil(wrong(0, 60, 120, 180))).toBeNull()
    expect(lockedUntil(wrong(0, 60, 120, 180, 600))).toEqual(later(600 + 15 * 60))
  })

  test('one that succeeded begins the row anew', () => {
    expect(lockedUntil([...wrong(0, 1, 2, 3), right(4), ...wrong(5, 6, 7, 8)])).toBeNull()
  })

  test('after a lock it takes five more', () => {
    const tries = wrong(0, 1, 2, 3, 4, 1000, 1001, 1002, 1003)
    expect(lockedUntil(tries)).toEqual(later(4 + 15 * 60))
    expect(lockedUntil([...tries, ...wrong(1004)])).toEqual(later(1004 + 15 * 60))
  })

  test('the refusal says until when, in the hour of Vietnam', () => {
    const ofName = wrong(0, 1, 2, 3, 4)
    expect(() => admitTry({ ofName, ofAddress: [] }, later(60))).toThrow(
      expect.objectContaining({ code: 'signInLocked', details: { until: '12:15' } }),
    )
    expect(() => admitTry({ ofName, ofAddress: [] }, later(4 + 15 * 60))).not.toThrow()
  })
})

describe('tries from one address', () => {
  const thirty = wrong(...Array.from({ length: 30 }, (_, index) => index))

  test('thirty wrong ones in ten minutes leave one try every ten seconds', () => {
    expect(() => admitTry({ ofName: [], ofAddress: thirty.slice(1) }, later(31))).not.toThrow()
    expect(() => admitTry({ ofName: [], ofAddress: thirty }, later(31))).toThrow(
      expect.objectContaining({ code: 'addressSlowed', details: { seconds: 8 } }),
    )
    expect(() => admitTry({ ofName: [], ofAddress: thirty }, later(39))).not.toThrow()
  })

  test('those that succeeded, and those of long ago, do not count', () => {
    expect(() =>
      admitTry({ ofName: [], ofAddress: thirty.map((one) => ({ ...one, accepted: true })) }, later(31)),
    ).not.toThrow()
    expect(() => admitTry({ ofName: [], ofAddress: thirty }, later(601))).not.toThrow()
  })
})

describe('a session', () => {
  const session = { lastSeenAt: noon, lockedAt: null, expiresAt: later(12 * 3600), endedAt: null }

  test.each([
    ['live', session, later(15 * 60 - 1)],
    ['locked', session, later(15 * 60)],
    ['locked', { ...session, lockedAt: noon }, later(1)],
    ['expired', { ...session, lockedAt: noon }, later(12 * 3600)],
    ['expired', { ...session, lastSeenAt: later(12 * 3600) }, later(12 * 3600)],
    ['ended', { ...session, endedAt: noon }, noon],
  ])('is %s', (standing, times, now) => {
    expect(standingOf(times, now)).toBe(standing)
  })

  test('locks as soon as the installation says', () => {
    expect(standingOf(session, later(5 * 60 - 1), 5)).toBe('live')
    expect(standingOf(session, later(5 * 60), 5)).toBe('locked')
  })
})
