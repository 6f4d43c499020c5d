/** `npm run admin:create -- --citizen-id 087… [--name "Họ tên"] [--unit snv]`: the first administrator of a real installation. */
import { existsSync, mkdirSync } from 'node:fs'
import { ensureClient } from './build'
import { Crew } from './crew'
import { openDatabase, prepareDatabase } from './database'
import { onEnd } from './endings'
import { readSecrets } from './secrets'
import { readSettings } from './settings'
import { StartProblem } from './start-problem'

const crew = new Crew()
onEnd(() => crew.dismiss().then(() => process.exit(1)))

try {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const settings = { ...readSettings(process.env), mode: 'production' as const }
  if (settings.databaseUrl === null) {
    throw new StartProblem('Set DATABASE_URL first; a demonstration has its administrator already (sonoivu).')
  }
  if (!process.argv.includes('--citizen-id')) {
    throw new StartProblem(
      'Say whose account it is: npm run admin:create -- --citizen-id 087085000123 --name "Họ tên".',
    )
  }
  mkdirSync(settings.dataFolder, { recursive: true })
  const secrets = readSecrets(settings.dataFolder)
  await ensureClient(crew, process.env)
  const url = await prepareDatabase(await openDatabase(settings, secrets), settings, secrets, async () => {})
  const program = ['--conditions=react-server', '--import', 'tsx', 'prisma/first-administrator.ts']
  const { code } = await crew.hire([...program, ...process.argv.slice(2)], {
    ...process.env,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || secrets.sessionSecret,
    SECOND_FACTOR_KEY: process.env.SECOND_FACTOR_KEY || secrets.secondFactorKey,
    DATABASE_URL: url,
    PORTAL_MODE: settings.mode,
  })
  process.exit(code ?? 1)
} catch (error) {
  console.error(error instanceof StartProblem ? error.message : error)
  process.exit(1)
}
