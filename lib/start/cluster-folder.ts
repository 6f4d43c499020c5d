import { createHash } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { isRoot, NOBODY, ROOT_HOME } from './postgres-binaries'

/** Where the cluster lives. Root's lies where `nobody` can reach it; `data/postgres` then points there. */
export function clusterFolder(dataFolder: string) {
  const folder = join(dataFolder, 'postgres')
  if (existsSync(folder)) return folder
  if (!isRoot) {
    mkdirSync(folder)
    return folder
  }
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)
  const elsewhere = join(ROOT_HOME, `cluster-${name}`)
  // Left by a data folder that was deleted since: nothing points to it any more.
  rmSync(elsewhere, { recursive: true, force: true })
  mkdirSync(elsewhere, { recursive: true })
  chownSync(elsewhere, NOBODY, NOBODY)
  rmSync(folder, { force: true })
  symlinkSync(elsewhere, folder)
  return folder
}
