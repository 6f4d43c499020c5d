import { existsSync, readFileSync } from 'node:fs'

export type Tally = { passed: number; failed: number; leftOut: string[] }

type VitestReport = {
  testResults: {
    name: string
    status: string
    assertionResults: { fullName: string; status: string }[]
  }[]
}

/** A file that broke before its first test counts as one failure; so does a runner that broke. */
export function vitestTally(file: string, ranWell: boolean): Tally {
  if (!existsSync(file)) return { passed: 0, failed: ranWell ? 0 : 1, leftOut: [] }
  const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as VitestReport
  const tests = testResults.flatMap((suite) => suite.assertionResults)
  const broken = testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0)
  const failed = tests.filter((test) => test.status === 'failed').length + broken.length
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: failed === 0 && !ranWell ? 1 : failed,
    leftOut: tests.filter((test) => !['passed', 'failed'].includes(test.status)).map((test) => test.fullName),
  }
}

type Suite = { suites?: Suite[]; specs: { title: string; tests: { status: string }[] }[] }
type PlaywrightReport = { suites: Suite[]; errors: unknown[] }

export function playwrightTally(file: string, ranWell: boolean): Tally {
  if (!existsSync(file)) return { passed: 0, failed: ranWell ? 0 : 1, leftOut: [] }
  const report = JSON.parse(readFileSync(file, 'utf8')) as PlaywrightReport
  const tests = report.suites
    .flatMap(specsOf)
    .flatMap((spec) => spec.tests.map((test) => ({ title: spec.title, status: test.status })))
  const failed = tests.filter((test) => ['unexpected', 'flaky'].includes(test.status)).length
  return {
    passed: tests.filter((test) => test.status === 'expected').length,
    failed: failed === 0 && !ranWell ? 1 : failed,
    leftOut: tests.filter((test) => test.status === 'skipped').map((test) => test.title),
  }
}

const specsOf = (suite: Suite): Suite['specs'] => [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)]
