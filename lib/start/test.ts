/**
 * `npm test`: everything that judges, cheapest first; ends with one line, `N passed, N failed`.
 * The long stretches run beside each other: the tests of code beside the build, and beside the browser tests as soon as
 * there are a build and a province to copy for each of their workers.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { build, buildIsStale, ensureClient, NEXT } from './build'
import { Crew, type Env, Interrupted } from './crew'
import { onEnd } from './endings'
import { freePort } from './free-port'
import { runningAt } from './lock'
import { StartProblem } from './start-problem'
import { playwrightTally, type Tally, tally, vitestTally } from './test-reports'
import { missingTools } from './tools'

const REPORTS = '.cache/reports'
const FILLED = '.cache/browser-tests-filled'
/** They wait more than they work, so that there is room for more than there are cores. */
const BROWSER_WORKERS = 3
const VITEST = 'node_modules/vitest/vitest.mjs'
const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js'

const crew = new Crew()
const env: Env = {
  ...process.env,
  ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }),
  NEXT_TELEMETRY_DISABLED: '1',
}
const results: { name: string; tally: Tally }[] = []
onEnd(() => crew.dismiss().then(() => process.exit(1)))

rmSync(REPORTS, { recursive: true, force: true })
mkdirSync(REPORTS, { recursive: true })
// What an earlier build or `npm run dev` wrote about pages that are gone would be checked too.
for (const old of ['.next/types', '.next/dev/types']) rmSync(old, { recursive: true, force: true })
await ensureClient(crew, env)

await check('format', [
  'node_modules/@biomejs/biome/bin/biome',
  'ci',
  '.',
  ...(process.stdout.isTTY ? [] : ['--colors=off']),
])
await check('types', [NEXT, 'typegen'], ['node_modules/typescript/bin/tsc', '--noEmit'])
await check('unused code', ['node_modules/knip/bin/knip.js'])
await Promise.all([
  runVitest('pure').then(() => runVitest('server')),
  Promise.all([check('production build', buildOnce), check('demo province', fillProvince)]).then(
    async ([built, filled]) => built && filled && runBrowserTests(),
  ),
])

report()

type Step = string[] | (() => Promise<void>)

/** One check is one test: it passes when each of its steps does. */
async function check(name: string, ...steps: Step[]) {
  heading(name)
  for (const step of steps) {
    if (!(await succeeds(step))) return note(name, tally(false))
  }
  return note(name, tally(true))
}

async function succeeds(step: Step) {
  if (Array.isArray(step)) return (await crew.hire(step, env)).code === 0
  try {
    await step()
    return true
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error
    console.error(error.message)
    return false
  }
}

async function buildOnce() {
  if (!buildIsStale()) return
  const address = runningAt(process.env.DATA_FOLDER || 'data')
  if (address)
    throw new StartProblem(`The portal runs at ${address} from the build that would be replaced; stop it first.`)
  await build(crew, env)
}

async function fillProvince() {
  const how = { ...env, BROWSER_TEST_FILLED: FILLED, ...(await portsOfProvinces(1)) }
  await crew.run('Filling the demo province', ['--import', 'tsx', 'tests/support/fill-province.ts'], how)
}

async function runVitest(project: string) {
  heading(`${project} tests`)
  const file = `${REPORTS}/${project}.json`
  const how = ['--config', 'tests/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile=${file}`]
  const { code } = await crew.hire([VITEST, 'run', '--project', project, ...how], env)
  note(`${project} tests`, vitestTally(file, code === 0))
}

async function runBrowserTests() {
  heading('browser tests')
  const file = `${REPORTS}/browser.json`
  const { code } = await crew.hire(
    [PLAYWRIGHT, 'test', '--config', 'tests/playwright.config.ts', '--reporter=list,json'],
    {
      ...env,
      // Playwright colours the server it starts, and says so twice.
      NO_COLOR: undefined,
      ...(await portsOfProvinces(BROWSER_WORKERS)),
      BROWSER_TEST_FILLED: FILLED,
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    },
    (words) => process.stdout.write(words),
  )
  note('browser tests', playwrightTally(file, code === 0))
}

/** As tests/support/provinces.ts reads them. */
async function portsOfProvinces(count: number) {
  const ports = await Promise.all(Array.from({ length: 2 * count }, freePort))
  return { BROWSER_TEST_PORT: String(ports.slice(count)), BROWSER_TEST_SIMULATOR_PORT: String(ports.slice(0, count)) }
}

function heading(name: string) {
  if (crew.leaving) throw new Interrupted()
  console.log(`\n── ${name}`)
}

function note(name: string, counted: Tally) {
  results.push({ name, tally: counted })
  return counted.failed === 0
}

function report() {
  console.log()
  for (const { name, tally } of results) console.log(`${name}: ${tally.passed} passed, ${tally.failed} failed`)
  for (const tool of missingTools()) console.log(`Not installed: ${tool}`)
  for (const name of results.flatMap(({ tally }) => tally.leftOut)) console.log(`Left out: ${name}`)
  for (const told of results.flatMap(({ tally }) => tally.unsteady)) console.log(`Passed at the second try: ${told}`)
  for (const told of results.flatMap(({ tally }) => tally.failures)) console.log(`Failed: ${told}`)
  const sum = (what: 'passed' | 'failed') => results.reduce((total, { tally }) => total + tally[what], 0)
  process.exitCode = sum('failed') === 0 ? 0 : 1
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
}
