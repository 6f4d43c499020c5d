/**
 * `npm run worker`: what goes on behind the pages. It empties the outbox towards the national database,
 * works through the jobs people asked for, seals the log, and when a day begins lets what was decided for it take effect
 * on the tree of units. It asks the certification authorities again where a signature waits for them. It recomputes every night what was signed, and compares what was sent with
 * what the other side holds. It judges records whose quality may have changed, closes the accounts nobody has used for long,
 * carries letters to the mail server where one is named, and takes away papers that nothing refers to any more.
 * It keeps the table of progress for the ministry's days, and writes to the
 * administrators of the exchange what keeps it from going on.
 * Killed at any moment, it leaves nothing that the next one cannot settle.
 */
import 'server-only'
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { sealAudit } from './audit-seal'
import { transact } from './call'
import { now } from './clock'
import { db } from './db'
import { expireEvidenceEachDay } from './evidence/expire-evidence'
import { keepProgressEachDay } from './exchange/keep-progress'
import { tellAlarms } from './exchange/tell-alarms'
import { JobRunner } from './jobs/job-runner'
import { openPost } from './mail/post'
import { installationGateway } from './national/installation'
import { compareEachDay } from './organisation/compare-each-day'
import { settleEachDay } from './organisation/each-day'
import { closeDormantEachDay } from './people/close-dormant'
import { populationLine, populationProfile } from './population/installation'
import { populationKeeper } from './population/population-keeper'
import { proveEachNight } from './proof/prove-each-night'
import { beat, stopBeating } from './pushes/heartbeat'
import { Sender } from './pushes/sender'
import { keepQuality } from './quality/quality-keeper'
import { reconcileEachNight } from './reconciliation/reconcile-each-night'
import { askAuthoritiesAgain } from './signing/ask-authorities-again'
import { fileKeys } from './storage/keys'

const BEAT_EVERY_MS = 2_000
const SEAL_EVERY_MS = 5_000
const LOOK_AT_CALENDAR_EVERY_MS = 30_000
const JUDGE_EVERY_MS = 2_000
const ASK_AUTHORITIES_EVERY_MS = 15_000
const POST_EVERY_MS = 1_000
const SWEEP_EVERY_MS = 15 * 60_000
const WATCH_EXCHANGE_EVERY_MS = 60_000
const ASK_POPULATION_EVERY_MS = 5_000

const name = `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`
const stop = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort())
process.once('disconnect', () => stop.abort())

const log = (what: string, error?: unknown) =>
  console.error(`[worker] ${what}`, error instanceof Error ? error.message : '')

// Better no worker than one that fails at its first file.
fileKeys()

const beating = () => beat(db, name).catch((error: unknown) => log('The database does not answer', error))
await beating()
const pulse = setInterval(beating, BEAT_EVERY_MS)
const sealing = () =>
  transact((tx) => sealAudit(tx, now())).catch((error: unknown) => log('The log is not sealed', error))
const seals = setInterval(sealing, SEAL_EVERY_MS)

const settle = settleEachDay()
const settling = () => settle(now()).catch((error: unknown) => log('The tree is not of today', error))
await settling()
const days = setInterval(settling, LOOK_AT_CALENDAR_EVERY_MS)

const keep = keepQuality(log)
const judging = setInterval(() => keep(now, stop.signal), JUDGE_EVERY_MS)

const closeDormant = closeDormantEachDay()
const closing = () => closeDormant(now()).catch((error: unknown) => log('Accounts nobody uses stay open', error))
await closing()
const closings = setInterval(closing, LOOK_AT_CALENDAR_EVERY_MS)

const post = openPost(log)
const rounds = post && setInterval(() => post.round(stop.signal), POST_EVERY_MS)

const asking = () =>
  askAuthoritiesAgain(now()).catch((error: unknown) => log('The certification authorities are not asked', error))
const questions = setInterval(asking, ASK_AUTHORITIES_EVERY_MS)

const prove = proveEachNight()
const proving = () => prove(now(), stop.signal).catch((error: unknown) => log('What was signed is not proven', error))
proving()
const proofs = setInterval(proving, LOOK_AT_CALENDAR_EVERY_MS)

const reconcile = reconcileEachNight(name)
const reconciling = () =>
  reconcile(now(), stop.signal).catch((error: unknown) => log('The outbox is not compared with the other side', error))
reconciling()
const reconciliations = setInterval(reconciling, LOOK_AT_CALENDAR_EVERY_MS)

const expire = expireEvidenceEachDay()
const sweeping = () => expire(now()).catch((error: unknown) => log('Papers nobody refers to stay', error))
const sweeps = setInterval(sweeping, SWEEP_EVERY_MS)
const keepTable = keepProgressEachDay()
const watching = async () => {
  await keepTable(now()).catch((error: unknown) => log('The table of progress is not kept', error))
  await tellAlarms(now()).catch((error: unknown) => log('Nobody is told of the exchange', error))
}
watching()
const watches = setInterval(watching, WATCH_EXCHANGE_EVERY_MS)

const holdTree = compareEachDay()
const holding = () => holdTree(now()).catch((error: unknown) => log('The tree is not held against the list', error))
const holdings = setInterval(holding, LOOK_AT_CALENDAR_EVERY_MS)

const population = populationProfile()
const askPopulation =
  population && populationKeeper({ profile: population, line: populationLine(population), worker: name, now })
const checks =
  askPopulation &&
  setInterval(
    () => askPopulation(stop.signal).catch((error: unknown) => log('The population database is not asked', error)),
    ASK_POPULATION_EVERY_MS,
  )

const gateway = installationGateway()
if (!gateway) console.log('[worker] NATIONAL_PROFILE is not set: nothing is sent.')
await Promise.all([
  new JobRunner({ worker: name, now, log }).run(stop.signal),
  gateway && new Sender({ gateway, worker: name, random: Math.random, log }).run(stop.signal),
])

clearInterval(pulse)
clearInterval(seals)
clearInterval(days)
clearInterval(judging)
clearInterval(closings)
clearInterval(proofs)
clearInterval(reconciliations)
clearInterval(holdings)
clearInterval(questions)
clearInterval(sweeps)
clearInterval(watches)
if (rounds) clearInterval(rounds)
if (checks) clearInterval(checks)
post?.close()
await sealing()
await stopBeating(db, name).catch((error: unknown) => log('The last beat stays', error))
await db.$disconnect()
process.exit(0)
