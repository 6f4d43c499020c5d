import { expect, test } from 'vitest'
import { exclusionWords, isQuiet } from '@/lib/domain/exclusion-words'

test('a return says how many fields it is about', () => {
  expect(exclusionWords({ code: 'returned', fields: 3 }).why).toBe('Còn 3 trường bị trả lại, chưa gửi lại')
  expect(exclusionWords({ code: 'returned', fields: 0 }).why).toBe('Bị trả lại, chưa gửi lại')
})

test('people with nothing new are counted, not listed', () => {
  expect(isQuiet({ code: 'noChange' })).toBe(true)
  expect(isQuiet({ code: 'affirmed' })).toBe(true)
  expect(isQuiet({ code: 'ownRecord' })).toBe(false)
})
