import { resolve } from 'node:path'
import { StartProblem } from './start-problem'

/** What a start is told by its environment; `docs/operations.md` explains each name. */
export type Settings = {
  port: number
  simulatorPort: number
  /** A demonstration seeds an empty database, makes demo keys, starts the simulator and trusts the demo chain. */
  mode: 'demonstration' | 'production'
  /** A PostgreSQL of one's own; null: the one that npm brought. */
  databaseUrl: string | null
  /** Who may change tables there, where that is not the application itself. */
  databaseOwnerUrl: string | null
  dataFolder: string
  /** Next in development: no build, pages compiled when opened. */
  dev: boolean
}

type Source = Record<string, string | undefined>

export function readSettings(source: Source, args: string[] = []): Settings {
  const databaseUrl = source.DATABASE_URL || null
  return {
    port: portFrom(source, 'PORT', 3000),
    simulatorPort: portFrom(source, 'NATIONAL_SIMULATOR_PORT', 4010),
    mode: databaseUrl === null || source.DEMO === '1' ? 'demonstration' : 'production',
    databaseUrl,
    databaseOwnerUrl: source.DATABASE_OWNER_URL || null,
    dataFolder: resolve(source.DATA_FOLDER || 'data'),
    dev: args.includes('--dev'),
  }
}

function portFrom(source: Source, name: string, usual: number) {
  const port = Number(source[name] || usual)
  if (Number.isInteger(port) && port > 0 && port < 65536) return port
  throw new StartProblem(`${name} must be a number between 1 and 65535, not "${source[name]}".`)
}
