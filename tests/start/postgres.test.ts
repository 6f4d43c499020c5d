import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'portal-guard-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const LAUNCHER = `
  import { startPostgres } from './lib/start/postgres.ts'
  await startPostgres({ folder: ${JSON.stringify(folder)}, password: 'x', durable: false })
  console.log('up')
  setInterval(() => {}, 1000)`

test('a killed launcher takes its database along', async () => {
  const launcher = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', LAUNCHER])
  await once(launcher.stdout, 'data')
  const running = join(folder, 'cluster', 'postmaster.pid')
  expect(existsSync(running)).toBe(true)
  launcher.kill('SIGKILL')
  // PostgreSQL removes the file as its last act.
  await expect.poll(() => existsSync(running), { timeout: 15_000 }).toBe(false)
})
