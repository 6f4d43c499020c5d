import { sign, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { auditKeyOf, fingerprintOf, publicText } from '@/lib/documents/audit-key'

const SECRET = Buffer.alloc(32, 9).toString('base64url')

test('the same secret is the same key, told by its fingerprint', () => {
  const [one, two] = [auditKeyOf(SECRET), auditKeyOf(`${SECRET}\n`)]
  expect(publicText(one)).toBe(publicText(two))
  expect(fingerprintOf(publicText(one))).toMatch(/^([0-9a-f]{4}:){7}[0-9a-f]{4}$/)
  expect(verify(null, Buffer.from('a'), one, sign(null, Buffer.from('a'), two))).toBe(true)
  expect(() => auditKeyOf('short')).toThrow(/32 bytes/)
})
