import { expect, test } from 'vitest'
import { readSettings } from '@/lib/start/settings'

const DATABASE_URL = 'postgresql://portal@localhost/portal'

test.each([
  ['demonstration', {}],
  ['demonstration', { DATABASE_URL: '' }],
  ['demonstration', { DATABASE_URL, DEMO: '1' }],
  ['production', { DATABASE_URL }],
  ['production', { DATABASE_URL, DEMO: '0' }],
  // Next's own word decides nothing here.
  ['demonstration', { NODE_ENV: 'production' }],
])('%s: %j', (mode, source) => {
  expect(readSettings(source).mode).toBe(mode)
})

test.each(['abc', '0', '65536', '30.5', '-1'])('PORT=%s is refused in a sentence', (PORT) => {
  expect(() => readSettings({ PORT })).toThrow(`PORT must be a number between 1 and 65535, not "${PORT}".`)
})
