import { resolve } from 'node:path'
import { defineConfig } from '@playwright/test'
import { chromium } from './support/chromium'
import { PROVINCE, PROVINCES, surroundingsOf } from './support/provinces'

/** One path per role and one refusal per role, on the production build. Tags: `@desktop`, `@phone` limit a test. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results',
  // Most of a test is waiting; what two of them write at once does not meet.
  workers: PROVINCES.length,
  // Once more in a fresh browser; the run names whoever needed it. Twice the same is no accident.
  retries: 1,
  // A busy machine is slow; what hangs is found all the same.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: `http://localhost:${PROVINCE.port}`,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    trace: 'on-first-retry',
    // Who waits for what never comes is told where, and keeps nobody else waiting.
    actionTimeout: 60_000,
    navigationTimeout: 90_000,
    launchOptions: await chromium(),
  },
  projects: [
    { name: 'desktop', grepInvert: /@phone/, use: { viewport: { width: 1366, height: 768 } } },
    {
      name: 'phone',
      grepInvert: /@desktop/,
      use: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
    },
  ],
  webServer: PROVINCES.map((province) => ({
    command: 'node --import tsx tests/support/fresh-portal.ts',
    cwd: resolve(import.meta.dirname, '..'),
    env: surroundingsOf(province),
    url: `http://localhost:${province.port}/sign-in`,
    timeout: 600_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    stdout: 'ignore',
  })),
})
