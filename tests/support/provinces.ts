import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const numbers = (said: string) => said.split(',').map(Number)
const ports = numbers(process.env.BROWSER_TEST_PORT ?? '3190')
const simulatorPorts = numbers(process.env.BROWSER_TEST_SIMULATOR_PORT ?? '4190')
const folder = resolve(root, process.env.BROWSER_TEST_DATA ?? '.cache/browser-tests')

/**
 * One province and one portal for each worker of the browser tests, so that they do not meet. How many there are is
 * said by the ports: `BROWSER_TEST_PORT=3190,3191`, and as many simulators.
 */
export const PROVINCES = ports.map((port, at) => ({
  port,
  simulatorPort: simulatorPorts[at] ?? port + 1000,
  /** Where its portal takes its letters; a test that waits for one listens there. */
  mailPort: port + 2000,
  /** Where its pages look for the signing tool; a test that signs with one starts it there. */
  toolPort: port + 3000,
  dataFolder: `${folder}-${at + 1}`,
}))

export type Province = (typeof PROVINCES)[number]

/** The province of the worker that asks. */
export const PROVINCE = PROVINCES[Number(process.env.TEST_PARALLEL_INDEX ?? 0)] as Province

/** What a portal of the tests is told. The day is one of the last five of a month, when a month may be approved. */
export const surroundingsOf = ({ port, simulatorPort, mailPort, toolPort, dataFolder }: Province) => ({
  PORT: String(port),
  NATIONAL_SIMULATOR_PORT: String(simulatorPort),
  DATA_FOLDER: dataFolder,
  PORTAL_TODAY: '2026-11-27',
  DATABASE_URL: '',
  SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
  VGCA_TOOL_URL: `wss://127.0.0.1:${toolPort}`,
  MAIL_FROM: 'Cổng hồ sơ <hoso@dongthap.gov.vn>',
})

/** Where the province was filled that the others are copies of; null: each is filled by itself. */
export const FILLED = process.env.BROWSER_TEST_FILLED ? resolve(root, process.env.BROWSER_TEST_FILLED) : null
