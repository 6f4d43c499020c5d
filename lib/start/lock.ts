import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { StartProblem } from './start-problem'

type Holder = { pid: number; startedAt: string; address: string }

export type Lock = {
  /** True where an earlier start was killed and may still be leaving its ports. */
  tookOver: boolean
  release: () => void
}

/** One start per data folder. A lock whose process is gone (or is another by now) is taken over. */
export function takeLock(dataFolder: string, address: string): Lock {
  const file = join(dataFolder, 'launcher.lock')
  const mine: Holder = { pid: process.pid, startedAt: startOf(process.pid) ?? '', address }
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify(mine))
  try {
    const tookOver = removeAbandoned(file)
    // A link either appears whole or not at all: of two starts at once, one gets it.
    linkSync(draft, file)
    return { tookOver, release: () => rmSync(file, { force: true }) }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const { address: where, pid } = holderOf(file) ?? { address: 'another address', pid: 'unknown' }
    throw new StartProblem(
      `The portal already runs from this folder, at ${where} (process ${pid}); stop that one first.`,
    )
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Where the portal of this data folder runs at the moment, if it does. */
export function runningAt(dataFolder: string): string | null {
  const holder = holderOf(join(dataFolder, 'launcher.lock'))
  return holder && startOf(holder.pid) === holder.startedAt ? holder.address : null
}

function removeAbandoned(file: string) {
  if (!existsSync(file)) return false
  if (runningAt(dirname(file))) return false
  // Renamed first: only one of two starts can take the abandoned lock away.
  const abandoned = `${file}.${process.pid}.abandoned`
  renameSync(file, abandoned)
  rmSync(abandoned)
  return true
}

function holderOf(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** Numbers of processes are given out again; together with the moment of its start a process is itself. */
function startOf(pid: number): string | null {
  try {
    // Field 22 of /proc/<pid>/stat, counted after the name in brackets, which may contain anything.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? null
  } catch {
    return isAlive(pid) && !existsSync('/proc/self') ? '' : null
  }
}

function isAlive(pid: number) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
