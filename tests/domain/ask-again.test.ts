import { expect, test } from 'vitest'
import { nextAsk } from '@/lib/domain/ask-again'

test('a silent authority is asked again after half a minute, then after twice as long, and each hour in the end', () => {
  const now = new Date('2026-11-27T01:30:00Z')
  const seconds = [0, 1, 2, 6, 7, 500].map((asked) => (nextAsk(asked, now).getTime() - now.getTime()) / 1000)
  expect(seconds).toEqual([30, 60, 120, 1920, 3600, 3600])
})
