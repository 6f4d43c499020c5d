import { existsSync, readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'

export type Tally = {
  passed: number
  failed: number
  leftOut: string[]
  /** Each failed test with what it said first, for who has only the end of the output. */
  failures: string[]
  /** Passed, but not at the first try: something is slow or not settled. */
  unsteady: string[]
}

/** What one step of another kind comes to. */
export const tally = (passed: boolean): Tally => ({
  passed: passed ? 1 : 0,
  failed: passed ? 0 : 1,
  leftOut: [],
  failures: [],
  unsteady: [],
})

const broken = (ranWell: boolean): Tally => ({ ...tally(ranWell), passed: 0 })

type VitestReport = {
  testResults: {
    name: string
    status: string
    message?: string
    assertionResults: { fullName: string; status: string; failureMessages?: string[] }[]
  }[]
}

/** A file that broke before its first test counts as one failure; so does a runner that broke. */
export function vitestTally(file: string, ranWell: boolean): Tally {
  if (!existsSync(file)) return broken(ranWell)
  const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as VitestReport
  const tests = testResults.flatMap((suite) => suite.assertionResults)
  const unbegun = testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0)
  const failures = [
    ...tests.filter((test) => test.status === 'failed').map((test) => said(test.fullName, test.failureMessages?.[0])),
    ...unbegun.map((suite) => said(suite.name, suite.message)),
  ]
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: failures.length === 0 && !ranWell ? 1 : failures.length,
    leftOut: tests.filter((test) => !['passed', 'failed'].includes(test.status)).map((test) => test.fullName),
    failures,
    unsteady: [],
  }
}

type Suite = { suites?: Suite[]; specs: Spec[] }
type Spec = { title: string; tests: { status: string; results?: { error?: { message?: string } }[] }[] }
type PlaywrightReport = { suites: Suite[]; errors: { message?: string }[] }

export function playwrightTally(file: string, ranWell: boolean): Tally {
  if (!existsSync(file)) return broken(ranWell)
  const report = JSON.parse(readFileSync(file, 'utf8')) as PlaywrightReport
  const tests = report.suites.flatMap(specsOf).flatMap(({ title, tests }) =>
    tests.map(({ status, results = [] }) => ({
      status,
      title,
      told: said(title, results.find((result) => result.error)?.error?.message),
    })),
  )
  const of = (...states: string[]) => tests.filter((test) => states.includes(test.status))
  const failed = of('unexpected').length
  return {
    passed: of('expected', 'flaky').length,
    failed: failed === 0 && !ranWell ? 1 : failed,
    leftOut: of('skipped').map((test) => test.title),
    failures: [
      ...of('unexpected').map((test) => test.told),
      ...report.errors.map((error) => said('the run', error.message)),
    ],
    unsteady: of('flaky').map((test) => test.told),
  }
}

const specsOf = (suite: Suite): Spec[] => [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)]

/** The name, and the first words of what went wrong. */
function said(name: string, message = '') {
  // Terminals' colours say nothing here.
  const words = stripVTControlCharacters(message)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  return [name, words.slice(0, 6).join(' · ').slice(0, 500)].filter(Boolean).join(' — ')
}
