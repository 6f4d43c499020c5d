/**
 * The simulated national database, and beside it the simulated certification authority, as a process of its own: NATIONAL_SIMULATOR_PORT (4010), DATA_FOLDER (data).
 * It ends with whoever started it (IPC) and on SIGTERM.
 */
import { join } from 'node:path'
import { readAuthorityKeys } from './authority/read-keys'
import { startNationalSimulator } from './national-simulator'

const { NATIONAL_SIMULATOR_PORT = '4010', DATA_FOLDER = 'data' } = process.env

const simulator = await startNationalSimulator({
  port: Number(NATIONAL_SIMULATOR_PORT),
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

const end = () => void simulator.close().then(() => process.exit(0))
process.once('SIGTERM', end)
process.once('SIGINT', end)
process.once('disconnect', end)
