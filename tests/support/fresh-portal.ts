/** The portal of one worker of the browser tests: started as everybody starts it, with a province of its own. */
import { execFileSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { clusterFolder } from '@/lib/start/cluster-folder'
import { FILLED } from './provinces'

const folder = process.env.DATA_FOLDER ?? ''
rmSync(folder, { recursive: true, force: true })
if (FILLED) copyProvince(FILLED)
await import('@/lib/start/main')

/** Without its database’s goodbye to power cuts: a test that loses one is run again. */
function copyProvince(filled: string) {
  mkdirSync(folder, { recursive: true })
  cpSync(filled, folder, { recursive: true, filter: (path) => basename(path) !== 'postgres' })
  const cluster = clusterFolder(folder)
  // The owner too: PostgreSQL does not run as root, nor on the files of others.
  execFileSync('cp', ['-a', `${filled}/postgres/.`, cluster])
  appendFileSync(join(cluster, 'cluster/postgresql.conf'), 'fsync = off\nsynchronous_commit = off\n')
}
