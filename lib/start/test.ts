/**
 * `npm test`: everything that judges, cheapest first; ends with one line, `N passed, N failed`.
 * The two long stretches run beside each other in pairs, on two cores: the tests of code beside the build, and one half
 * of the browser tests beside the other, each half with a province of its own.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { build, buildIsStale, ensureClient, NEXT } from './build'
import { Crew, type Env, Interrupted } from './crew'
import { onEnd } from './endings'
import { freePort } from './free-port'
import { runningAt } from './lock'
import { StartProblem } from './start-problem'
import { playwrightTally, type Tally, vitestTally } from './test-reports'
import { missingTools } from './tools'

const REPORTS = '.cache/reports'
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
const [built] = await Promise.all([
  check('production build', buildOnce),
  runVitest('pure').then(() => runVitest('server')),
])
if (built) {
  // A browser that npm brought is unpacked when the tests are listed: once, before the two halves look for it.
  await crew.hire([PLAYWRIGHT, 'test', '--list', '--config', 'tests/playwright.config.ts'], env, () => {})
  await Promise.all([runBrowserTests(1), runBrowserTests(2)])
}

report()

type Step = string[] | (() => Promise<void>)

/** One check is one test: it passes when each of its steps does. */
async function check(name: string, ...steps: Step[]) {
  heading(name)
  for (const step of steps) {
    if (!(await succeeds(step))) return note(name, { passed: 0, failed: 1, leftOut: [] })
  }
  return note(name, { passed: 1, failed: 0, leftOut: [] })
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

async function runVitest(project: string) {
  heading(`${project} tests`)
  const file = `${REPORTS}/${project}.json`
  const how = ['--config', 'tests/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile=${file}`]
  const { code } = await crew.hire([VITEST, 'run', '--project', project, ...how], env)
  note(`${project} tests`, vitestTally(file, code === 0))
}

async function runBrowserTests(half: 1 | 2) {
  const name = `browser tests ${half}/2`
  heading(name)
  const file = `${REPORTS}/browser-${half}.json`
  const how = ['test', '--config', 'tests/playwright.config.ts', `--shard=${half}/2`, '--reporter=list,json']
  how.push(`--output=test-results/${half}`)
  const { code } = await crew.hire(
    [PLAYWRIGHT, ...how],
    {
      ...env,
      // Playwright colours the server it starts, and says so twice.
      NO_COLOR: undefined,
      BROWSER_TEST_PORT: String(await freePort()),
      BROWSER_TEST_SIMULATOR_PORT: String(await freePort()),
      BROWSER_TEST_DATA: `.cache/browser-tests-${half}`,
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    },
    (words) => process.stdout.write(words),
  )
  note(name, playwrightTally(file, code === 0))
}

function heading(name: string) {
  if (crew.leaving) throw new Interrupted()
  console.log(`\n── ${name}`)
}

function note(name: string, tally: Tally) {
  results.push({ name, tally })
  return tally.failed === 0
}

function report() {
  console.log()
  for (const { name, tally } of results) console.log(`${name}: ${tally.passed} passed, ${tally.failed} failed`)
  for (const tool of missingTools()) console.log(`Not installed: ${tool}`)
  for (const name of results.flatMap(({ tally }) => tally.leftOut)) console.log(`Left out: ${name}`)
  const sum = (what: 'passed' | 'failed') => results.reduce((total, { tally }) => total + tally[what], 0)
  process.exitCode = sum('failed') === 0 ? 0 : 1
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
}
