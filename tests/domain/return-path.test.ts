import { expect, test } from 'vitest'
import { returnPath } from '@/lib/domain/return-path'

test.each(['/', '/my-record/identity', '/records?page=2&q=linh', '/records#x'])('%s leads back', (path) => {
  expect(returnPath(path)).toBe(path)
})

test.each([
  undefined,
  '',
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  'my-record',
  '/sign-in?next=/x',
  '/api/auth/signout',
  ['/a', '/b'],
])('%s leads home', (path) => {
  expect(returnPath(path)).toBe('/')
})
