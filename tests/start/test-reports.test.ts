import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { playwrightTally, vitestTally } from '@/lib/start/test-reports'

const folder = mkdtempSync(join(tmpdir(), 'portal-reports-'))
afterAll(() => rmSync(folder, { recursive: true }))

function report(content: unknown) {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}
const suite = (status: string, ...tests: string[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map((state) => ({ fullName: `a ${state} test`, status: state })),
})

test('passed, failed and left out are counted from the report', () => {
  const file = report({ testResults: [suite('failed', 'passed', 'passed', 'failed', 'skipped')] })
  expect(vitestTally(file, false)).toEqual({
    passed: 2,
    failed: 1,
    leftOut: ['a skipped test'],
    failures: ['a failed test'],
    unsteady: [],
  })
})

test('a file that breaks before its first test is a failure', () => {
  expect(vitestTally(report({ testResults: [suite('failed')] }), false).failed).toBe(1)
})

test('a runner that breaks is a failure, whatever its report says', () => {
  expect(vitestTally(report({ testResults: [suite('passed', 'passed')] }), false)).toMatchObject({
    passed: 1,
    failed: 1,
  })
  expect(vitestTally(join(folder, 'none.json'), false).failed).toBe(1)
  expect(playwrightTally(join(folder, 'none.json'), false).failed).toBe(1)
})

test('browser tests are counted through every level; one that passed only when tried again is named', () => {
  const spec = (title: string, ...states: string[]) => ({
    title,
    tests: states.map((status) => ({
      status,
      results: [{ error: status === 'expected' ? undefined : { message: `\u001b[31mno ${title}\u001b[39m\n  at` } }],
    })),
  })
  const inner = { specs: [spec('b', 'expected', 'flaky'), spec('c', 'skipped')] }
  const file = report({ suites: [{ specs: [spec('a', 'unexpected')], suites: [inner] }], errors: [] })
  expect(playwrightTally(file, false)).toEqual({
    passed: 2,
    failed: 1,
    leftOut: ['c'],
    failures: ['a — no a · at'],
    unsteady: ['b — no b · at'],
  })
})
