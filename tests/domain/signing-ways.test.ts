import { expect, test } from 'vitest'
import { readWays, usualWay } from '@/lib/domain/signing/ways'

test('an installation names its ways of signing, the first is offered first', () => {
  expect(readWays('keyFile, vgca,vgca')).toEqual(['keyFile', 'vgca'])
  expect(readWays('usb')).toBeNull()
  expect(readWays('')).toBeNull()
})

test('the way used last is offered, as long as it is there', () => {
  expect(usualWay(['keyFile', 'vgca'], 'vgca')).toBe('vgca')
  expect(usualWay(['keyFile', 'upload'], 'vgca')).toBe('keyFile')
  expect(usualWay([], null)).toBeNull()
})
