import { expect, test } from 'vitest'
import { certificateLine, clockLine, expiryOf, revocationLine } from '@/lib/domain/signing/check-line'

const one = { commonName: 'Ngô Thanh Liêm', validFrom: '2025-01-01', validUntil: '2027-12-31', withdrawn: false }

test('a certificate is spoken of from sixty days before its end, its last day counting', () => {
  expect(expiryOf('2027-12-31', '2026-11-27')).toBeNull()
  expect(expiryOf('2027-01-26', '2026-11-27')).toEqual({ over: false, days: 60 })
  expect(expiryOf('2027-01-27', '2026-11-27')).toBeNull()
  expect(expiryOf('2026-11-27', '2026-11-27')).toEqual({ over: false, days: 0 })
  expect(expiryOf('2026-11-26', '2026-11-27')).toEqual({ over: true, days: -1 })
})

test('of several certificates the one that lasts longest speaks; withdrawn ones do not', () => {
  expect(certificateLine([], '2026-11-27').state).toBe('bad')
  expect(certificateLine([{ ...one, withdrawn: true }], '2026-11-27').state).toBe('bad')
  expect(certificateLine([{ ...one, validUntil: '2026-12-01' }, one], '2026-11-27')).toMatchObject({
    state: 'good',
    remedy: null,
  })
  expect(certificateLine([{ ...one, validUntil: '2026-12-01' }], '2026-11-27')).toMatchObject({ state: 'warn' })
  expect(certificateLine([{ ...one, validUntil: '2026-11-01' }], '2026-11-27').is).toContain('đã hết hạn')
  expect(certificateLine([{ ...one, validFrom: '2026-12-01' }], '2026-11-27').is).toContain('chưa đến ngày')
})

test('a clock a minute off is said, with the direction', () => {
  expect(clockLine(1_000_000, 1_060_000).state).toBe('good')
  expect(clockLine(1_000_000, 1_200_000).is).toBe('Chậm hơn máy chủ 3 phút.')
  expect(clockLine(1_200_000, 1_000_000).is).toBe('Nhanh hơn máy chủ 3 phút.')
})

test('what was found of revocation last is told as found', () => {
  expect(revocationLine(null).state).toBe('unknown')
  expect(revocationLine({ ok: true, detail: 'còn hiệu lực', on: '2026-11-27' })).toMatchObject({
    state: 'good',
    remedy: null,
  })
  expect(revocationLine({ ok: false, detail: 'đã thu hồi', on: '2026-11-27' }).state).toBe('bad')
  expect(revocationLine({ ok: null, detail: 'chưa kết nối', on: '2026-11-27' }).state).toBe('unknown')
})
