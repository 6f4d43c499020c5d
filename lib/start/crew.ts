import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { StartProblem } from './start-problem'

export type Env = Record<string, string | undefined>
type Ending = { code: number | null; signal: NodeJS.Signals | null }

/**
 * Loaded into every child before anything else: when the launcher is gone, however it went, the child goes too.
 * It takes itself off the arguments, which the child would hand on to processes of its own.
 */
const END_WITH_LAUNCHER = `data:text/javascript,${encodeURIComponent(
  [
    'process.execArgv.splice(0,2)',
    "const end=()=>{setTimeout(()=>process.exit(1),8000).unref();process.kill(process.pid,'SIGTERM')}",
    "process.connected?process.once('disconnect',end):end()",
    'process.channel?.unref()',
  ].join(';'),
)}`

/** Thrown inside a start that somebody interrupts: nothing to report. */
export class Interrupted extends Error {}

/**
 * The processes of one start. Each has a session of its own, so that Ctrl-C and a closed terminal reach the launcher
 * alone, which ends them in order.
 */
export class Crew {
  #members = new Map<ChildProcess, Promise<Ending>>()
  #leaving = false

  get leaving() {
    return this.#leaving
  }

  /** Starts a Node program that stays; its output is shown, or handed to `says`. Resolves when it ends. */
  async hire(args: string[], env: Env, says?: (words: string) => void): Promise<Ending> {
    const out = says ? 'pipe' : 'inherit'
    const { child, gone } = this.#spawn(args, env, ['ignore', out, out, 'ipc'])
    if (!says) return gone
    const silent = [child.stdout, child.stderr].map(
      (stream) => new Promise<void>((resolve) => stream?.setEncoding('utf8').on('data', says).once('close', resolve)),
    )
    const ending = await gone
    await Promise.race([Promise.all(silent), pause(1000)])
    return ending
  }

  /** Runs a Node program to its end; what it says is shown only if it fails, or as it goes where it reports progress. */
  async run(name: string, args: string[], env: Env, says: 'nothing' | 'progress' = 'nothing'): Promise<void> {
    const stdout = says === 'progress' ? 'inherit' : 'pipe'
    const { child, gone } = this.#spawn(args, env, ['ignore', stdout, 'pipe', 'ipc'])
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
    const { code } = await gone
    if (this.#leaving) throw new Interrupted()
    if (code === 0) return
    // Its last words may still be on their way.
    await pause(100)
    throw new StartProblem(`${output.trim()}\n\n${name} failed; what it said is above.`)
  }

  /** Asks everyone to end, insists after ten seconds, and returns when nobody is left. */
  async dismiss(): Promise<void> {
    this.#leaving = true
    for (const child of this.#members.keys()) child.kill('SIGTERM')
    const everyone = Promise.all(this.#members.values())
    const patience = new AbortController()
    await Promise.race([everyone, pause(10_000, null, patience)])
    patience.abort()
    for (const child of this.#members.keys()) child.kill('SIGKILL')
    await everyone
  }

  #spawn(args: string[], env: Env, stdio: ('ignore' | 'inherit' | 'pipe' | 'ipc')[]) {
    if (this.#leaving) throw new Interrupted()
    const child = spawn(process.execPath, ['--import', END_WITH_LAUNCHER, ...args], {
      env: env as NodeJS.ProcessEnv,
      detached: true,
      stdio,
    })
    const gone = new Promise<Ending>((resolve) => {
      child.once('exit', (code, signal) => {
        this.#members.delete(child)
        resolve({ code, signal })
      })
    })
    this.#members.set(child, gone)
    return { child, gone }
  }
}
