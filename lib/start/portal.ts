import { mkdirSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { build, buildIsStale, ensureClient, NEXT } from './build'
import { Crew, type Env } from './crew'
import { type Database, openDatabase, prepareDatabase, type Seed } from './database'
import type { DemoHolder } from './demo-keys'
import { demoPopulationPath, demoProfilePath, writeDemoProfile } from './demo-profile'
import { type Lock, takeLock } from './lock'
import { requirePort } from './ports'
import type { Postgres } from './postgres'
import { readSecrets, type Secrets } from './secrets'
import type { Settings } from './settings'
import { StartProblem } from './start-problem'

const SERVER_CODE = ['--conditions=react-server', '--import', 'tsx']

/** People beside those of the demo province: as `prisma/seed.ts` is told of them, and who of them sign. */
export type Crowd = { words: string[]; heads: readonly DemoHolder[] }

/** Everything one start runs: database, web, worker and, in a demonstration, the national simulator. */
export class Portal {
  readonly address: string
  /** Rejects when a part that should stay has ended by itself. */
  readonly failure: Promise<never>
  #reject: (reason: StartProblem) => void = () => {}
  #crew = new Crew()
  #lock: Lock | null = null
  #postgres: Postgres | null = null
  #starting: Promise<void> = Promise.resolve()
  #hasFilled = false

  constructor(
    readonly settings: Settings,
    private readonly surroundings: Env,
    private readonly say: (line: string) => void,
  ) {
    this.address = `http://localhost:${settings.port}`
    this.failure = new Promise((_, reject) => {
      this.#reject = reject
    })
    this.failure.catch(() => {})
  }

  /** Resolves when the first page can be opened. */
  start(): Promise<void> {
    this.#starting = this.#start()
    return this.#starting
  }

  /**
   * Only the data, whole: nothing is built, nobody is served. The tests take copies of it. Gives false where there was a
   * province already.
   */
  fill(crowd: Crowd | null = null): Promise<boolean> {
    const filling = this.#open().then(async ({ secrets, database }) => {
      await this.#prepareData(secrets, database, crowd)
      return this.#hasFilled
    })
    this.#starting = filling.then(
      () => {},
      () => {},
    )
    return filling
  }

  /** Web, worker and simulator first, the database after them; also in the middle of a start. */
  async stop(): Promise<void> {
    await this.#crew.dismiss()
    await this.#starting.catch(() => {})
    await this.#postgres?.stop()
    this.#lock?.release()
  }

  async #start() {
    const { settings } = this
    const { secrets, database } = await this.#open()
    const [url] = await allDone(this.#prepareData(secrets, database), this.#buildWhenStale(secrets, database.ownerUrl))
    const env = this.#env(secrets, url)
    const web = settings.dev ? [NEXT, 'dev'] : [NEXT, 'start']
    this.#keep('web', [...web, '-p', String(settings.port)], env)
    this.#keep('worker', [...SERVER_CODE, 'lib/server/worker.ts'], env)
    await this.#untilAnswered(`http://127.0.0.1:${settings.port}/api/health`)
  }

  /** The data folder is this start's, the ports are free, and the database answers. */
  async #open() {
    const { settings } = this
    if (!this.#isDemonstration && !this.#saysFileKeys) throw new StartProblem(NO_FILE_KEYS)
    mkdirSync(settings.dataFolder, { recursive: true })
    this.#lock = takeLock(settings.dataFolder, this.address)
    await requirePort(settings.port, 'PORT', this.#lock.tookOver)
    if (this.#isDemonstration) await requirePort(settings.simulatorPort, 'NATIONAL_SIMULATOR_PORT', this.#lock.tookOver)

    const secrets = readSecrets(settings.dataFolder)
    const database = await openDatabase(settings, secrets)
    this.#postgres = database.server
    database.server?.gone.then(() => this.#fail('The database ended; data/postgres/postgres.log says why.'))

    await ensureClient(this.#crew, this.#env(secrets, database.ownerUrl))
    return { secrets, database }
  }

  #fail(reason: string) {
    if (!this.#crew.leaving) this.#reject(new StartProblem(reason))
  }

  get #isDemonstration() {
    return this.settings.mode === 'demonstration'
  }

  get #saysFileKeys() {
    return Boolean(this.surroundings.FILE_KEYS || this.surroundings.FILE_KEYS_FILE)
  }

  /** Gives the application's address. */
  async #prepareData(secrets: Secrets, database: Database, crowd: Crowd | null = null): Promise<string> {
    const prepare = (seed: Seed) => prepareDatabase(database, this.settings, secrets, seed)
    if (!this.#isDemonstration) return prepare(async () => {})
    // Asked for here only: half a second of libraries that a real installation has no use for.
    const { makeDemoKeys } = await import('./demo-keys')
    makeDemoKeys(this.settings.dataFolder, { crowd: crowd?.heads })
    writeDemoProfile(this.settings)
    this.#keep('simulator', ['--import', 'tsx', 'lib/simulators/main.ts'], this.#env(secrets, ''))
    return prepare(async ({ application, owner }) => {
      this.say('Filling the demo province …')
      // The national database starts empty too: an interrupted filling may have sent something already.
      await this.#untilAnswered(`http://127.0.0.1:${this.settings.simulatorPort}/__sim/reset`, 'POST')
      const seed = [...SERVER_CODE, 'prisma/seed.ts', ...(crowd?.words ?? [])]
      const env = { ...this.#env(secrets, application), DATABASE_OWNER_URL: owner }
      await this.#crew.run('Filling the demo province', seed, env, 'progress')
      this.#hasFilled = true
    })
  }

  async #buildWhenStale(secrets: Secrets, url: string) {
    if (this.settings.dev || !buildIsStale()) return
    this.say('Building the application (a minute or two, only after a change) …')
    await build(this.#crew, this.#env(secrets, url))
  }

  /** Starts again what ends by itself. What ends within five seconds of its start is a failure of the whole. */
  #keep(name: string, args: string[], env: Env) {
    const startedAt = Date.now()
    this.#crew.hire(args, env).then(async ({ code, signal }) => {
      if (this.#crew.leaving) return
      if (Date.now() - startedAt < 5000)
        return this.#fail(`The ${name} ended (${signal ?? code}); what it said is above.`)
      this.say(`The ${name} ended (${signal ?? code}) and is started again.`)
      await pause(500)
      if (!this.#crew.leaving) this.#keep(name, args, env)
    })
  }

  /** Any answer will do, even a bad one: somebody is there. */
  async #untilAnswered(url: string, method = 'GET') {
    const answers = () => fetch(url, { method }).then(Boolean, () => false)
    const waiting = async () => {
      while (!this.#crew.leaving && !(await answers())) await pause(100)
    }
    await Promise.race([waiting(), this.failure])
  }

  #env(secrets: Secrets, databaseUrl: string): Env {
    const { settings } = this
    const { DATABASE_OWNER_URL, PORT, ...inherited } = this.surroundings
    const national = {
      NATIONAL_SIMULATOR_PORT: String(settings.simulatorPort),
      NATIONAL_PROFILE: demoProfilePath(settings.dataFolder),
      POPULATION_PROFILE: demoPopulationPath(settings.dataFolder),
      // The simulator's own account, known to everybody.
      NATIONAL_PASSWORD: 'mo-phong',
    }
    const authority = `http://127.0.0.1:${settings.simulatorPort}/authority`
    const services = {
      TSA_URLS: inherited.TSA_URLS || `${authority}/tsa`,
      OCSP_URLS: inherited.OCSP_URLS || `${authority}/ocsp`,
      CRL_URLS: inherited.CRL_URLS || `${authority}/0.crl`,
    }
    return {
      ...inherited,
      // An empty line in .env means: not set.
      NEXTAUTH_SECRET: inherited.NEXTAUTH_SECRET || secrets.sessionSecret,
      SECOND_FACTOR_KEY: inherited.SECOND_FACTOR_KEY || secrets.secondFactorKey,
      ...(this.#isDemonstration ? { ...national, ...services } : {}),
      ...(this.#isDemonstration && !inherited.PORTAL_URL ? { PORTAL_URL: `http://localhost:${settings.port}` } : {}),
      ...(this.#isDemonstration && !inherited.SIGNING_WAYS ? { SIGNING_WAYS: 'keyFile,vgca,upload' } : {}),
      ...(this.#isDemonstration && !this.#saysFileKeys ? { FILE_KEYS: `demo:${secrets.fileKey}` } : {}),
      ...(inherited.AUDIT_KEY || inherited.AUDIT_KEY_FILE ? {} : { AUDIT_KEY: secrets.auditKey }),
      DATABASE_URL: databaseUrl,
      AUTH_TRUST_HOST: '1',
      PORTAL_MODE: settings.mode,
      DATA_FOLDER: settings.dataFolder,
      NEXT_TELEMETRY_DISABLED: '1',
    }
  }
}

const NO_FILE_KEYS =
  'Set FILE_KEYS or FILE_KEYS_FILE first: files are kept encrypted. docs/operations.md says how to make a key.'

/** Like `Promise.all`, but waits for the slower one even when the faster has failed: nobody is left working alone. */
async function allDone<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([one, other])
  return Promise.all([one, other])
}
