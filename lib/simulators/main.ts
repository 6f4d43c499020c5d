/**
 * `npm run national-simulator [-- --seed 1]`: the simulated national database with a page of what it holds, and beside it the
 * simulated population database and certification authority, as a process of its own: NATIONAL_SIMULATOR_PORT (4010),
 * DATA_FOLDER (data). Only in demonstrations and tests.
 * It ends with whoever started it (IPC) and on SIGTERM.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readAuthorityKeys } from './authority/read-keys'
import { startNationalSimulator } from './national-simulator'

const { NATIONAL_SIMULATOR_PORT = '4010', DATA_FOLDER = 'data', PORTAL_MODE, DATABASE_URL, DEMO } = process.env
const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' } } })

// As the launcher tells one from the other.
if (PORTAL_MODE === 'production' || (PORTAL_MODE !== 'demonstration' && DATABASE_URL && DEMO !== '1')) {
  console.error('The national simulator starts only in a demonstration: nobody may take it for the ministry.')
  process.exit(1)
}

const simulator = await startNationalSimulator({
  port: Number(NATIONAL_SIMULATOR_PORT),
  seed: values.seed,
  file: join(DATA_FOLDER, 'simulator', 'national.jsonl'),
  authority: () => readAuthorityKeys(join(DATA_FOLDER, 'demo-keys')),
}).catch((error: NodeJS.ErrnoException) => {
  console.error(
    error.code === 'EADDRINUSE'
      ? `Port ${NATIONAL_SIMULATOR_PORT} is taken: set NATIONAL_SIMULATOR_PORT to a free one.`
      : `The national simulator could not start: ${error.message}`,
  )
  process.exit(1)
})

process.send?.({ ready: simulator.url })
if (!process.send) console.log(`What the ministry holds: ${simulator.url}`)

const end = () => void simulator.close().then(() => process.exit(0))
process.once('SIGTERM', end)
process.once('SIGINT', end)
process.once('disconnect', end)
