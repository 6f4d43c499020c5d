import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { qrCode } from '@/lib/documents/qr-code'
import { errorCorrection } from '@/lib/documents/qr-error-correction'
import { drawFixed } from '@/lib/documents/qr-pattern'

const print = (text: string) => createHash('sha256').update(qrCode(text).path).digest('hex').slice(0, 16)

test('the words of correction are those of the standard’s example (ISO/IEC 18004, annex I)', () => {
  const data = [0x10, 0x20, 0x0c, 0x56, 0x61, 0x80, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11]
  expect(errorCorrection(data, 10)).toEqual([0xa5, 0x24, 0xd4, 0xc1, 0xed, 0x36, 0xc7, 0x87, 0x2c, 0x55])
})

test('the smallest version that holds the text is taken, with the light margin around it', () => {
  expect(qrCode('A').size).toBe(21 + 8)
  expect(qrCode('x'.repeat(14)).size).toBe(21 + 8)
  expect(qrCode('x'.repeat(15)).size).toBe(25 + 8)
  expect(qrCode('x'.repeat(180)).size).toBe(53 + 8)
  expect(() => qrCode('x'.repeat(181))).toThrow(RangeError)
})

test('finders stand in three corners', () => {
  const { grid } = drawFixed(2)
  for (const [x, y] of [
    [3, 3],
    [21, 3],
    [3, 21],
  ] as const) {
    const row = [-4, -3, -2, -1, 0, 1, 2, 3, 4].map((step) => grid[y]?.[x + step])
    expect(row.filter((dark) => dark !== undefined).slice(-8)).toContain(false)
    expect(row[4]).toBe(true)
  }
})

/** Read back by an independent reader when they were written down. */
const READ_BY_ANOTHER = [
  ['A', 'c53b874888694e49'],
  ['Đồng Tháp', '7743c770dd868dc9'],
  [
    'otpauth://totp/Ho%20so%20Dong%20Thap:quantri2?secret=OF2WC3TUOJUTELLEMVWW6LLTMVRXEZLU&issuer=Ho%20so%20Dong%20Thap',
    'ef8c475dc6123b86',
  ],
  ['x'.repeat(180), 'de365910f96eff55'],
] as const

test.each(READ_BY_ANOTHER)('%s is drawn as when another program read it', (text, fingerprint) => {
  expect(print(text)).toBe(fingerprint)
})
