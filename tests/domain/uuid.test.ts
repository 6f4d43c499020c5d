import { expect, test } from 'vitest'
import { isUuid } from '@/lib/domain/uuid'

test.each([
  ['019ad1f0-9c1e-7a44-8f31-1c1f3b0a2d5e', true],
  ['019AD1F0-9C1E-7A44-8F31-1C1F3B0A2D5E', true],
  ['019ad1f0', false],
  ["019ad1f0-9c1e-7a44-8f31-1c1f3b0a2d5e'", false],
  ['', false],
])('%s is an id: %s', (text, answer) => {
  expect(isUuid(text)).toBe(answer)
})
