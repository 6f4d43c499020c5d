import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runningAt, takeLock } from '@/lib/start/lock'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portal-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a second start is told where the first one runs', () => {
  takeLock(folder, 'http://localhost:3000')
  expect(() => takeLock(folder, 'http://localhost:3001')).toThrow(`http://localhost:3000 (process ${process.pid})`)
})

test('a lock that was given back is free, and nothing else is left', () => {
  const lock = takeLock(folder, 'http://localhost:3000')
  expect(runningAt(folder)).toBe('http://localhost:3000')
  lock.release()
  expect(runningAt(folder)).toBe(null)
  expect(readdirSync(folder)).toEqual([])
  expect(takeLock(folder, 'http://localhost:3000').tookOver).toBe(false)
})

test('the lock of a killed start is taken over', () => {
  takeLock(folder, 'http://localhost:3000')
  const file = join(folder, 'launcher.lock')
  // The same number, another process: numbers are given out again.
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), startedAt: '1' }))
  expect(takeLock(folder, 'http://localhost:3000').tookOver).toBe(true)
})

test('half a lock is no lock', () => {
  writeFileSync(join(folder, 'launcher.lock'), '{"pid": 1')
  expect(takeLock(folder, 'http://localhost:3000').tookOver).toBe(true)
})
