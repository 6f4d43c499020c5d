/** Started by main.ts beside the portal and a bare Next: measures, prints the table, and fails when a goal is missed. */
import { appendFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { closeMonth } from './cases/close-month'
import { importList } from './cases/import-list'
import { openRecord } from './cases/open-record'
import { printForm } from './cases/print-form'
import { saveOneAnswer } from './cases/save-section'
import { searchPeople } from './cases/search-people'
import { sitDown } from './desk'
import { measure } from './rounds'
import { tableOf } from './table'

const [, , portal = '', bareNext = '', rounds = '9', fixture = '', commit = '', resultsFile = '', imported = '50000'] =
  process.argv

const desk = await sitDown()
const before = loadavg()[0]?.toFixed(1)
const cases = [
  await openRecord(desk, portal, bareNext),
  await searchPeople(desk, portal, bareNext),
  saveOneAnswer(desk),
  ...printForm(),
  ...(await closeMonth(desk)),
  ...(await importList(desk, Number(imported))),
]
const outcomes = await measure(cases, Number(rounds), (line) => console.log(line))
await desk.rise()

const machine = `${cpus().length} cores, load ${before} → ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`
console.log(`\n${tableOf(outcomes)}\n\n${machine}; ${fixture}; ${commit}; medians of ${rounds} interleaved rounds.`)
appendFileSync(resultsFile, `${JSON.stringify({ at: new Date(), commit, machine, fixture, rounds, outcomes })}\n`)
process.exit(outcomes.every(({ kept }) => kept) ? 0 : 1)
