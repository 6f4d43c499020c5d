import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { freePort } from './free-port'
import { isRoot, NOBODY, postgresBinaries } from './postgres-binaries'
import { StartProblem } from './start-problem'

export type Postgres = {
  /** The address of a database on this server, as its owner `postgres`. */
  url: (database: string) => string
  /** Resolves when the server has ended, for whatever reason. */
  gone: Promise<void>
  stop: () => Promise<void>
}

type PostgresOptions = {
  /** Where the cluster lives; made at the first start. */
  folder: string
  password: string
  /** Tests trade safety against power cuts for speed. */
  durable: boolean
}

/**
 * Waits for the end of its standard input, which comes even when the launcher is killed with -9. It then lets the
 * other processes close their connections (TERM), but not for longer than five seconds (INT). No child of a killed
 * launcher outlives it, and no cluster is left without its server's goodbye.
 */
const GUARD = `
exec 3<&0
"$@" 3<&- & server=$!
{
  trap 'kill $nap 2> /dev/null; exit' TERM
  read -r _ <&3
  kill -TERM $server
  sleep 5 3<&- & nap=$!
  wait $nap
  kill -INT $server
} & watch=$!
wait $server; code=$?
kill $watch 2> /dev/null
wait $watch
exit $code`

const env = { ...process.env, LC_ALL: 'C.UTF-8' }

/** Starts PostgreSQL from the npm registry on a free port of 127.0.0.1. */
export async function startPostgres({ folder: path, password, durable }: PostgresOptions): Promise<Postgres> {
  const folder = realpathSync(path)
  const binaries = postgresBinaries()
  const data = join(folder, 'cluster')
  if (!existsSync(join(data, 'PG_VERSION'))) createCluster(binaries, folder, password)
  await endLeftover(data)
  const port = await freePort()
  const log = openSync(join(folder, 'postgres.log'), 'w')
  const settings = ['listen_addresses=127.0.0.1', ...(durable ? [] : ['fsync=off', 'synchronous_commit=off'])]
  const server = spawn(
    '/bin/sh',
    ['-c', GUARD, 'guard', join(binaries, 'postgres'), '-D', data, '-p', String(port), '-k', ''].concat(
      settings.flatMap((setting) => ['-c', setting]),
    ),
    { ...ownerOf(folder), env, cwd: folder, detached: true, stdio: ['pipe', log, log] },
  )
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const url = (database: string) =>
    `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
  const stop = () => {
    server.stdin?.end()
    return gone
  }
  await untilReady(server, url('postgres'), join(folder, 'postgres.log'))
  return { url, gone, stop }
}

function createCluster(binaries: string, folder: string, password: string) {
  const data = join(folder, 'cluster')
  rmSync(data, { recursive: true, force: true })
  mkdirSync(data, { recursive: true })
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (isRoot) for (const path of [folder, data, passwordFile]) chownSync(path, NOBODY, NOBODY)
  chmodSync(data, 0o700)
  // Vietnamese order of names; `--no-sync` because an unfinished cluster is simply made again.
  const how = ['--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=vi', '-E', 'UTF8', '--no-sync']
  const made = spawnSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, ...how],
    { ...ownerOf(folder), env, cwd: folder, encoding: 'utf8' },
  )
  rmSync(passwordFile)
  if (made.status === 0) return
  rmSync(data, { recursive: true, force: true })
  throw new StartProblem(`The database could not be created in ${data}: ${lastLine(made.stderr ?? String(made.error))}`)
}

/** A server whose guard was killed too still holds its cluster; it is asked to end before a new one starts. */
async function endLeftover(data: string) {
  const pidFile = join(data, 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10)
  const runsHere = () =>
    existsSync(`/proc/${pid}/cmdline`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(data)
  for (let tries = 0; runsHere() && tries < 100; tries++) {
    if (tries === 0) process.kill(pid, 'SIGINT')
    await pause(100)
  }
}

async function untilReady(server: ChildProcess, url: string, log: string) {
  for (let tries = 0; tries < 1200; tries++) {
    if (server.exitCode !== null) break
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 1000 })
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if ((error as { code?: string }).code === '28P01') {
        server.stdin?.end()
        throw new StartProblem('The password in secrets.json is not the one of the database beside it (postgres/).')
      }
      await pause(25)
    }
  }
  server.stdin?.end()
  throw new StartProblem(`The database did not start: ${lastLine(readFileSync(log, 'utf8'))} (whole log: ${log})`)
}

/** PostgreSQL does not run as root; root lends it the user the cluster belongs to. */
function ownerOf(folder: string) {
  if (!isRoot) return {}
  const { uid, gid } = statSync(folder)
  return { uid, gid }
}

const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? ''
