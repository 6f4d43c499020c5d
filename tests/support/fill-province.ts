/** Fills the province that each worker of the browser tests takes a copy of. Needs no build, and serves nobody. */
import { rmSync } from 'node:fs'
import { onEnd } from '@/lib/start/endings'
import { Portal } from '@/lib/start/portal'
import { readSettings } from '@/lib/start/settings'
import { FILLED, PROVINCE, surroundingsOf } from './provinces'

const folder = FILLED ?? PROVINCE.dataFolder
rmSync(folder, { recursive: true, force: true })
const surroundings = { ...process.env, ...surroundingsOf({ ...PROVINCE, dataFolder: folder }) }
const portal = new Portal(readSettings(surroundings), surroundings, console.log)
onEnd(() => portal.stop().then(() => process.exit(1)))
await portal.fill()
await portal.stop()
