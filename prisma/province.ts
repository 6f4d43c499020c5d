/**
 * `npm run province -- --people 50000 --seed 7`: fills an empty database with the demo province and so many people around
 * it (with `--years 5`: each with a version of every year before), always the same for the same numbers and the same day, and says their hash. `npm start` then serves it.
 */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Interrupted } from '@/lib/start/crew'
import { onEnd } from '@/lib/start/endings'
import { Portal } from '@/lib/start/portal'
import { readSettings } from '@/lib/start/settings'
import { StartProblem } from '@/lib/start/start-problem'
import { headsOfCrowd } from './seed/crowd/plan-crowd'

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '50000' },
    seed: { type: 'string', default: '1' },
    years: { type: 'string', default: '0' },
  },
})

let portal: Portal | undefined
onEnd(async () => {
  await portal?.stop()
  process.exit(1)
})
try {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const crowd = {
    people: wholeNumber('people', 2, 500_000),
    seed: wholeNumber('seed', 0, 1_000_000),
    years: wholeNumber('years', 0, 10),
  }
  portal = new Portal(readSettings(process.env), process.env, (line) => console.log(line))
  const words = Object.entries(crowd).flatMap(([name, number]) => [`--${name}`, String(number)])
  const filled = await portal.fill({ words, heads: headsOfCrowd(crowd) })
  if (!filled) throw new StartProblem('There is a province already. Name another place by DATA_FOLDER or DATABASE_URL.')
} catch (error) {
  if (!(error instanceof Interrupted)) {
    console.error(error instanceof StartProblem ? error.message : error)
    process.exitCode = 1
  }
} finally {
  await portal?.stop()
}

function wholeNumber(name: keyof typeof values, least: number, most: number) {
  const number = Number(values[name])
  if (Number.isInteger(number) && number >= least && number <= most) return number
  throw new StartProblem(`--${name} must be a number between ${least} and ${most}, not "${values[name]}".`)
}
