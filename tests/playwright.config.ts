import { resolve } from 'node:path'
import { defineConfig } from '@playwright/test'
import { chromium } from './support/chromium'
import { mailPort } from './support/mail-port'

const port = process.env.BROWSER_TEST_PORT ?? '3190'
const simulatorPort = process.env.BROWSER_TEST_SIMULATOR_PORT ?? '4190'
const root = resolve(import.meta.dirname, '..')
// A day in the last five of a month, when a month may be approved.
const today = '2026-11-27'
const surroundings = {
  PORT: port,
  NATIONAL_SIMULATOR_PORT: simulatorPort,
  DATA_FOLDER: resolve(root, process.env.BROWSER_TEST_DATA ?? '.cache/browser-tests'),
  PORTAL_TODAY: today,
  DATABASE_URL: '',
  SMTP_URL: `smtp://127.0.0.1:${mailPort()}`,
  MAIL_FROM: 'Cổng hồ sơ <hoso@dongthap.gov.vn>',
}

/** One path per role and one refusal per role, on the production build. Tags: `@desktop`, `@phone` limit a test. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results',
  // One province for all tests, and two cores: one after the other.
  workers: 1,
  retries: 0,
  timeout: 60_000,
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    trace: 'retain-on-failure',
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
  webServer: {
    command: 'node --import tsx tests/support/fresh-portal.ts',
    cwd: root,
    env: surroundings,
    url: `http://localhost:${port}/sign-in`,
    timeout: 600_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    stdout: 'ignore',
  },
})
